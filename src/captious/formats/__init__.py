"""Reading and writing caption formats: one module or package each, independent of each other; `registry` lists them."""
