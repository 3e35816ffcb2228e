"""The version, defined once for the package, its results and its builds."""

__version__ = "0.1.0"
