#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "domain/reviews/sample.hpp"

namespace onereturn::reviews {

// SHA-256 of the bytes: 32 bytes. The program hands in the platform's.
using Hash = std::function<std::string(std::string_view)>;

// "<return>/<version>/<number>": what stands for a piece in a draw.
std::string identity_of(const PieceRef& piece);

// How many of so many pieces: never more than there are, and one at least where there is any.
int size_of(const HowMany& how, int population);

// The draw (docs/formats/sample.md): the pieces of each return stand in the order of
// SHA-256(seed, NUL, identity), and the first size_of() of them are drawn. Answers the whole
// population, by return and place. The order of `pieces` does not matter.
std::vector<DrawnPiece> draw(std::vector<PieceRef> pieces, std::string_view seed,
                             const HowMany& how, const Hash& hash);

// Tidies the seed in place. Nothing, or what is wrong with "seed" and "amount", each at its field.
std::optional<Problem> fault_of_draw(std::string& seed, const HowMany& how);

inline constexpr int sample_pieces_max = 1000;
inline constexpr std::size_t seed_characters_max = 100;

// A seed for whoever enters none: the day, and what nobody can know before.
std::string made_seed(Date day, std::string_view random_uuid);

const char* word_of(Outcome outcome);
std::optional<Outcome> outcome_of(std::string_view word);

}  // namespace onereturn::reviews
