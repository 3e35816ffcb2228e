"""The dates that a text names, and the calendar behind them."""
