"""ASS and SSA: the subtitle formats of Advanced SubStation Alpha and of its forerunner."""
