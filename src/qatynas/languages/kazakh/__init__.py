"""Kazakh: letters, repairs, words, numerals, dates, names, and how it says the senses."""
