#include "domain/reviews/sample_rules.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"

namespace onereturn::reviews {
namespace {

constexpr std::array<const char*, 4> outcome_words = {"supports", "partly", "does_not", "not_seen"};

struct Placed {
  std::string digest;
  std::string identity;
  PieceRef piece;

  auto operator<=>(const Placed&) const = default;
};

}  // namespace

std::string identity_of(const PieceRef& piece) {
  return piece.return_id.text() + "/" + std::to_string(piece.version) + "/" +
         std::to_string(piece.number);
}

int size_of(const HowMany& how, int population) {
  if (population <= 0) return 0;
  if (!how.percent) return std::clamp(how.amount, 1, population);
  constexpr int whole = 100;
  const auto part = (static_cast<long long>(population) * how.amount + whole - 1) / whole;
  return std::clamp(static_cast<int>(part), 1, population);
}

std::vector<DrawnPiece> draw(std::vector<PieceRef> pieces, std::string_view seed,
                             const HowMany& how, const Hash& hash) {
  std::map<ReturnId, std::vector<Placed>> strata;
  for (auto& piece : pieces) {
    auto identity = identity_of(piece);
    auto bytes = std::string(seed) + '\0' + identity;
    strata[piece.return_id].push_back({hash(bytes), std::move(identity), std::move(piece)});
  }
  std::vector<DrawnPiece> all;
  for (auto& [return_id, placed] : strata) {
    std::sort(placed.begin(), placed.end());
    const auto size = size_of(how, static_cast<int>(placed.size()));
    int place = 0;
    for (auto& one : placed) {
      ++place;
      all.push_back({std::move(one.piece), place, place <= size});
    }
  }
  return all;
}

std::optional<Problem> fault_of_draw(std::string& seed, const HowMany& how) {
  Problem problem{ProblemCode::invalid, "validation", "The sample was not drawn.", {}};
  const auto most = how.percent ? 100 : sample_pieces_max;
  if (how.amount < 1 || how.amount > most) {
    problem.fields.push_back({"amount", how.percent ? "Enter a percentage from 1 to 100"
                                                    : "Enter a number from 1 to 1,000"});
  }
  seed = tidy_line(seed);
  const auto count = count_characters(seed);
  if (!count || *count > seed_characters_max) {
    problem.fields.push_back({"seed", "Use 100 characters or fewer"});
  }
  if (problem.fields.empty()) return std::nullopt;
  return problem;
}

std::string made_seed(Date day, std::string_view random_uuid) {
  std::string seed = to_iso(day);
  std::erase(seed, '-');
  constexpr std::size_t letters = 8;
  return seed + "-" + std::string(random_uuid.substr(0, letters));
}

const char* word_of(Outcome outcome) { return outcome_words.at(static_cast<std::size_t>(outcome)); }

std::optional<Outcome> outcome_of(std::string_view word) {
  for (std::size_t at = 0; at < outcome_words.size(); ++at) {
    if (word == outcome_words.at(at)) return static_cast<Outcome>(at);
  }
  return std::nullopt;
}

}  // namespace onereturn::reviews
