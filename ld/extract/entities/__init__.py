"""Who and what an article names, beyond what the rules know: names typed by what the whole article says of them."""
