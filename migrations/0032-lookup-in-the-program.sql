-- The look-up is asked by the program as the owner: as a function it was started anew for each, a fifth of the database's work.
drop function dossier_lookup(text, text);
