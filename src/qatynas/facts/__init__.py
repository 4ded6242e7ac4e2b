"""The vocabulary: kinds of fact, actors, evidence, EDTF dates; JSON in and out."""
