"""One folder a language: letters and repairs, words, numerals, dates, names, realisations of the senses."""
