"""SAMI, Microsoft's captions in loose HTML, in one language or several; only read.

Sources:
    Microsoft, Understanding SAMI 1.0: ``SYNC``, ``P``, classes as languages, ``ID=Source``; what players accept.
"""
