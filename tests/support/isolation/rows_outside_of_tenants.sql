-- As the cluster's superuser: one row in every table outside of tenants that no entrance of the operator fills,
-- of the agency, the board and the people named in the settings rows.*.
do $$
declare
  a uuid := current_setting('rows.agency');
  b uuid := current_setting('rows.board');
  lead uuid := current_setting('rows.lead');
  made uuid := current_setting('rows.id');
  membership uuid := (select m.membership_id from identity.membership m where m.person_id = lead limit 1);
begin
  insert into directory.organisation (organisation_id, kind, name) values (made, 'school', 'A school');
  insert into directory.receipt (code_hash, board_id, board_name, received_on, version_no, return_hash, state)
    values (sha256(uuid_send(made)), b, 'Board', '2027-05-01', 1, sha256('r'), 'delivered');
  insert into catalogue.national_release (period, body, hash) values ('2027', '{}', sha256('n'));
  insert into identity.client (client_id, party_id, person_id, name, scopes, issued_by)
    values (made, a, lead, 'Program', '{submit}', lead);
  insert into identity.client_secret (client_id, secret_hash, issued_by)
    values (made, sha256(uuid_send(made)), lead);
  insert into identity.client_consent (client_id, membership_id, program_membership_id, name, position,
    statement, ends_at) values (made, membership, membership, 'N', 'P', 'S', now() + interval '1 day');
  insert into identity.link (link_id, purpose, person_id, party_id, email, lifetime)
    values (made, 'colleague', lead, a, 'somebody@small.example', '1 day');
  insert into identity.link_token (token_hash, link_id) values (sha256(uuid_send(made)), made);
  insert into identity.colleague_invitation (party_id, link_id, email, name, role, invited_by)
    values (a, made, 'somebody@small.example', 'Somebody', 'contributor', lead);
  insert into identity.mail (party_id, kind, email, link_id)
    values (a, 'link', 'somebody@small.example', made);
  insert into identity.second_factor (person_id, secret) values (lead, decode(repeat('ab', 20), 'hex'));
  insert into identity.recovery_code (person_id, code_hash) values (lead, sha256(uuid_send(made)));
  insert into identity.told_of_answer (membership_id, on_day) values (membership, '2027-05-01');
  insert into identity.throttle (key_hash) values (sha256(uuid_send(made)));
  insert into identity.credential (person_id, password_hash) values (lead, '$argon2id$v=19$x');
  insert into jobs.trail (party_id, sealed, head) values (a, 1, sha256('t'))
    on conflict on constraint trail_key do nothing;
  insert into jobs.paper_turn (party_id, kind, served_at) values (b, 'make_paper', now())
    on conflict do nothing;
  insert into jobs.waking (party_id, on_day) values (a, '2027-05-01');
  insert into jobs.waking_at (party_id, at) values (b, now()) on conflict do nothing;
  insert into tenancy.invitation (code_hash, board_id, entry_id, expires_at)
    values (sha256(uuid_send(made)), b, made, now() + interval '1 day');
  insert into tenancy.join_request (link_id, board_id, entry_id, name) values (made, b, made, 'A school');
  insert into identity.action_mail (link_id, board_id, action_id, title, contact_name)
    values (made, b, made, 'Do it', 'Somebody');
  insert into tenancy.merge_code (code_hash, room_id, made_by, counts, expires_at)
    values (sha256(uuid_send(made)), a, lead, '{}', now() + interval '1 day');
end $$;
