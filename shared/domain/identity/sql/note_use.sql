select identity.note_use($1)
