select person_id, membership_id, party_id, party_kind, party_name, unit_id, role
  from operator.find_memberships($1)
