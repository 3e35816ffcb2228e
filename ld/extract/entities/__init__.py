"""Who and what an article names, beyond the rules: names are typed by everything that the article says about them."""
