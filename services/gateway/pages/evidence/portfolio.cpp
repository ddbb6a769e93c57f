#include <map>

#include "domain/audit_log/record.hpp"
#include "domain/evidence/file_types.hpp"
#include "domain/evidence/piece_store.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/csv_cell.hpp"
#include "platform/archive/archive.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::csv_cell;

constexpr std::size_t read_bytes = 64 * 1024;

struct Portfolio {
  PartyId tenant;
  std::string agency;
  std::vector<evidence::Piece> pieces;
  std::map<BoardId, std::string> boards;
  Instant at;
};

std::string extension_of(const evidence::FileFacts& file) {
  const auto dot = file.name.rfind('.');
  return dot == std::string::npos ? "txt" : file.name.substr(dot + 1);
}

std::string check_words(const evidence::Piece& piece) {
  if (!piece.file) return "no file: available on request";
  if (piece.file->scan == evidence::Scan::clean) return "checked";
  return piece.file->scan == evidence::Scan::blocked ? "refused by the virus check"
                                                     : "being checked: not in this portfolio";
}

std::string day(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string{}; }

std::string index_of(const Portfolio& portfolio, const std::vector<std::string>& names) {
  std::string text =
      "\xEF\xBB\xBF\"Title\",\"File\",\"Kept where\",\"Check\",\"From\",\"Received\",\"Until\","
      "\"Version\",\"Answers\",\"Boards\",\"Of\"\r\n";
  for (std::size_t at = 0; at < portfolio.pieces.size(); ++at) {
    const auto& piece = portfolio.pieces[at];
    std::vector<std::string> boards;
    for (const auto& board : piece.granted) {
      const auto found = portfolio.boards.find(board);
      if (found != portfolio.boards.end()) boards.push_back(found->second);
    }
    text += csv_cell(piece.title) + "," + csv_cell(names[at]) + "," + csv_cell(piece.kept_where) +
            "," + csv_cell(check_words(piece)) + "," + csv_cell(day(piece.effective_on)) + "," +
            csv_cell(to_iso(piece.received_on)) + "," + csv_cell(day(piece.expires_on)) + "," +
            csv_cell(std::to_string(piece.version)) + "," +
            csv_cell(views::joined(piece.requirements)) + "," + csv_cell(views::joined(boards)) +
            "," + csv_cell(piece.unit ? piece.unit_name : "all") + "\r\n";
  }
  return text;
}

// The zip, made while it is sent: one file is open at a time, one piece of it in memory.
class ZipOfEvidence : public http::BodySource {
 public:
  ZipOfEvidence(storage::Store& store, Portfolio portfolio)
      : store_{store},
        portfolio_{std::move(portfolio)},
        seconds_{
            std::chrono::floor<std::chrono::seconds>(portfolio_.at.time_since_epoch()).count()},
        writer_{[this](std::string_view bytes) { made_.append(bytes); }} {
    name_files();
    const auto index = index_of(portfolio_, names_);
    writer_.begin("index.csv", index.size(), seconds_);
    writer_.write(index);
  }

  std::string next(std::size_t most) override {
    while (made_.size() < most && !done_)
      step();
    auto piece = made_.substr(0, most);
    made_.erase(0, piece.size());
    return piece;
  }
  std::optional<std::uint64_t> length() const override { return std::nullopt; }

 private:
  // Two pieces of one title are told apart by a number.
  void name_files() {
    std::map<std::string, int> taken;
    for (const auto& piece : portfolio_.pieces) {
      const bool clean = piece.file && piece.file->scan == evidence::Scan::clean;
      std::string name;
      if (clean) {
        const auto extension = extension_of(*piece.file);
        name = "evidence/" + evidence::download_name(piece.title, extension);
        if (const int count = ++taken[name]; count > 1) {
          name.insert(name.size() - extension.size() - 1, " (" + std::to_string(count) + ")");
        }
      }
      names_.push_back(std::move(name));
    }
  }

  void step() {
    if (reading_) {
      std::string bytes(read_bytes, '\0');
      bytes.resize(reading_->read(bytes.data(), bytes.size()));
      if (bytes.empty()) reading_.reset();
      writer_.write(bytes);
      return;
    }
    while (at_ < portfolio_.pieces.size() && names_[at_].empty())
      ++at_;
    if (at_ == portfolio_.pieces.size()) {
      writer_.finish();
      done_ = true;
      return;
    }
    const auto& piece = portfolio_.pieces[at_];
    reading_ = store_.open(portfolio_.tenant, piece.file->sha256);
    if (!reading_) throw storage::StorageUnavailable{"a piece of the portfolio is not there"};
    writer_.begin(names_[at_++], reading_->size(), seconds_);
  }

  storage::Store& store_;
  Portfolio portfolio_;
  std::int64_t seconds_;
  std::string made_;
  archive::ZipWriter writer_;
  std::vector<std::string> names_;
  std::unique_ptr<storage::Reading> reading_;
  std::size_t at_ = 0;
  bool done_ = false;
};

}  // namespace

http::Response download_portfolio(RequestContext& context) {
  auto* store = context.services().evidence.get();
  if (store == nullptr) throw storage::StorageUnavailable{"no folder for evidence is set"};
  auto portfolio = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<Portfolio> {
        audit_log::record(tx, {"evidence.portfolio_downloaded", "evidence", "", ""});
        return Portfolio{tx.actor().party, tx.actor().party_name,
                         evidence::load_pieces(tx, std::nullopt),
                         views::names_of(evidence::load_boards(tx)), context.now()};
      });
  if (!portfolio) return refuse(context, portfolio.problem());
  const auto day = to_iso(day_in_england(portfolio->at));
  http::Response response;
  response.with("Content-Type", "application/zip");
  response.with("Content-Disposition", attachment_header(evidence::download_name(
                                           "Evidence of " + portfolio->agency + " " + day, "zip")));
  response.source = std::make_shared<ZipOfEvidence>(*store, std::move(*portfolio));
  return response;
}

}  // namespace onereturn::gateway::pages
