select app.party() as stays, app.source_tenant() as goes
