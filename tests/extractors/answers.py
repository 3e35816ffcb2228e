"""Answers of a language model about the article of these tests."""

NOTHING = {"entities": [], "posts": [], "memberships": [], "quotations": [], "claims": [], "events": []}
LAST = "Bo Thrum leads Tidewater Pilots, which joined the Quay League in August 2024."
FOUND = NOTHING | {
    "entities": [
        {"kind": "person", "name": "Bo Thrum"},
        {"kind": "organization", "name": "Tidewater Pilots"},
        {"kind": "organization", "name": "Quay League"},
        {"kind": "place", "name": "Port Ellery"},
        {"kind": "person", "name": "Ada Quill"},
        {"kind": "country", "name": "Norway"},
    ],
    "posts": [
        {"words": LAST, "holder": "Bo Thrum", "title": "leads", "organization": "Tidewater Pilots", "country": None}
    ],
    "memberships": [{"words": LAST, "organization": "Quay League", "member": "Tidewater Pilots"}],
    "claims": [
        {
            "words": "Nobody from Tidewater Pilots answered",
            "text": "Nobody answered",
            "speaker": "Tidewater Pilots",
        }
    ],
    "events": [
        {
            "words": "Harbor Minister Ada Quill of Norway met pilots in Port Ellery on Tuesday.",
            "name": "met pilots",
            "date": "2024-09-10",
            "places": ["Port Ellery"],
            "organizers": [],
            "attendees": ["Ada Quill"],
        }
    ],
}
