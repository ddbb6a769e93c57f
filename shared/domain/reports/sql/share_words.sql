select app.share_words(coalesce($1::uuid, app.party())) is null as held
