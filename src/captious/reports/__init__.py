"""What captious has to say, for people and for programs."""
