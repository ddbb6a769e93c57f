#include <optional>

#include "base/fault.hpp"
#include "domain/evidence/file_types.hpp"
#include "domain/evidence/keep_files.hpp"
#include "domain/identity/clients.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/evidence/evidence_api.hpp"
#include "gateway/upload.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

Problem invalid(const std::string& field, const std::string& words) {
  Problem problem{ProblemCode::invalid, "validation", words, {}};
  problem.fields.push_back({field, words});
  return problem;
}

// What stands in the address beside the file.
Result<evidence::WriteFile> read_words(const RequestContext& context) {
  const auto& query = context.request().query;
  evidence::WriteFile written;
  written.at = context.now();
  written.title = query.get("title");
  written.names_reason = query.get("names_reason");
  for (const auto& [name, day] :
       {std::pair{"effective_on", &written.effective_on}, {"expires_on", &written.expires_on}}) {
    if (!query.has(name)) continue;
    *day = parse_date(query.get(name));
    if (!*day) return invalid(name, "must be a day such as 2026-05-18");
  }
  return written;
}

Result<evidence::WriteFile> read_file(RequestContext& context) {
  auto written = read_words(context);
  if (!written) return written;
  const auto name = evidence::tidy_file_name(context.request().query.get("name"));
  if (name.empty()) return invalid("name", "Name the file, with its extension.");
  const auto file = upload_of(context).look(name);
  if (!file) return file.problem();
  if (!*file) return invalid("file", "The file is empty. Send another one.");
  written->file = **file;
  return written;
}

http::Response put_file(RequestContext& context) {
  const auto written = read_file(context);
  if (!written) return refuse(context, written.problem());
  if (crypto::to_hex(written->file.sha256) != context.path("sha256")) {
    return refuse(context, invalid("sha256", "What arrived has another SHA-256. Send it again."));
  }
  FAULT("evidence.received");
  const auto today = day_in_england(context.now());
  const auto made = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<EvidenceId> {
        auto piece = evidence::add_file(tx, *written, today);
        FAULT("evidence.noted");
        if (piece) upload_of(context).keep(tx.actor().party);
        FAULT("evidence.committing");
        return piece;
      });
  if (!made) return refuse(context, made.problem());
  FAULT("evidence.committed");
  return context.json(json::Object{{"evidence", made->text()}});
}

http::Response put_version(RequestContext& context) {
  const auto id = id_of<EvidenceId>(context.path("evidence"));
  if (!id) return refuse(context, id.problem());
  const auto written = read_file(context);
  if (!written) return refuse(context, written.problem());
  const auto today = day_in_england(context.now());
  const auto done =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        auto added = evidence::add_version(tx, *id, *written, today);
        if (added) upload_of(context).keep(tx.actor().party);
        return added;
      });
  return done ? http::Response::no_content() : refuse(context, done.problem());
}

const char* word_of(evidence::Scan scan) {
  switch (scan) {
    case evidence::Scan::clean:
      return "clean";
    case evidence::Scan::blocked:
      return "blocked";
    case evidence::Scan::pending:
      break;
  }
  return "pending";
}

http::Response get_piece(RequestContext& context) {
  const auto id = id_of<EvidenceId>(context.path("evidence"));
  if (!id) return refuse(context, id.problem());
  const auto piece = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return evidence::find_piece(tx, *id); });
  if (!piece) return refuse(context, piece.problem());
  json::Value file{nullptr};
  if (piece->file) {
    file = json::Object{{"name", piece->file->name},
                        {"media_type", piece->file->media_type},
                        {"bytes", static_cast<std::int64_t>(piece->file->size)},
                        {"sha256", crypto::to_hex(piece->file->sha256)},
                        {"check", word_of(piece->file->scan)}};
  }
  return context.json(json::Object{{"evidence", piece->evidence.text()},
                                   {"version", piece->version},
                                   {"title", piece->title},
                                   {"kept_where", or_null(piece->kept_where)},
                                   {"effective_on", or_null(piece->effective_on)},
                                   {"received_on", to_iso(piece->received_on)},
                                   {"expires_on", or_null(piece->expires_on)},
                                   {"file", std::move(file)}});
}

}  // namespace

std::vector<Route> evidence_file_routes() {
  using http::Verb;
  const auto reads =
      agency({"contributor", "lead", "authoriser"}).for_scope(identity::reads_questions);
  const auto keeps = agency({"contributor", "lead"}).for_scope(identity::writes_evidence);
  return {
      {Verb::get, "/api/v1/evidence/{evidence}", reads, get_piece},
      {Verb::put, "/api/v1/evidence/files/{sha256}", keeps, put_file, evidence::file_bytes_max,
       false, false, true},
      {Verb::put, "/api/v1/evidence/{evidence}/file", keeps, put_version, evidence::file_bytes_max,
       false, false, true},
  };
}

}  // namespace onereturn::gateway::api
