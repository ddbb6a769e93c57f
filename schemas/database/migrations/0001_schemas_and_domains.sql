-- Nothing is executable unless a later line says by whom.
alter default privileges revoke execute on functions from public;

create schema app;
create schema directory;
create schema identity;
create schema tenancy;
create schema catalogue;
create schema jobs;
create schema operator;
create schema tenant;

comment on schema app is 'Functions of the sealed transaction, hot functions, value types.';
comment on schema directory is 'Public facts. Being here says nothing about who uses the service.';
comment on schema identity is 'People, sign-in, sessions. Reached through functions only.';
comment on schema tenancy is 'Parties, their profiles, and which agency has joined which board.';
comment on schema catalogue is 'Published frameworks, templates and mappings. Immutable.';
comment on schema jobs is 'One queue, no content. Reached through functions only.';
comment on schema operator is 'Entrances of the operator''s command line.';
comment on schema tenant is 'Everything a board or an agency owns. Row security on every table.';

-- Value types, so that no text is without a limit.
create domain app.code as text constraint code_length check (char_length(value) <= 64);
create domain app.line as text constraint line_length check (char_length(value) <= 300);
create domain app.paragraph as text constraint paragraph_length check (char_length(value) <= 10000);
create domain app.document as text constraint document_length check (char_length(value) <= 4000000);
create domain app.level as smallint constraint level_range check (value between 0 and 4);
create domain app.sha256 as bytea constraint sha256_length check (octet_length(value) = 32);
create domain app.version as integer constraint version_positive check (value >= 1);
