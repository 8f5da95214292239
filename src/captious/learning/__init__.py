"""A house style learned from captions somebody approved: the limits they keep, and where they break."""
