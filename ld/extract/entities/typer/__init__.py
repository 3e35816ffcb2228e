"""What weights say of each capitalised name: a person, an organization, a place, or none."""
