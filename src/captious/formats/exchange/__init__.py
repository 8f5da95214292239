"""Exchange formats: each is read into WebVTT documents and written from them, with what is lost.

WebVTT can hold more than any of them.
"""
