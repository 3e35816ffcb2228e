"""What took place: meetings and visits."""
