#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/agency_register.hpp"
#include "domain/returns/asking.hpp"
#include "domain/returns/waves.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Waves: the list of them, opening one, and one with its returns.
namespace onereturn::gateway::views {

html::Data waves_page(const std::vector<returns::Wave>& waves, bool may_write);

// Opening a wave for those chosen on the register, or asking them in one that is open already.
struct WaveInput {
  std::string number;                   // the same number opens once
  std::string entries;                  // their ids, with blanks between
  std::vector<std::string> names = {};  // of those chosen, the first few
  int chosen = 0;
  std::vector<returns::BoardForm> forms = {};
  std::vector<returns::Wave> open = {};  // in which they can be asked instead
  std::string title = {}, form = {}, period = {}, mode = "wave", join = {};
  TypedDate due = {};
  std::vector<PageError> errors = {};
};
html::Data wave_form(const WaveInput& input);

ListShape wave_shape(const returns::Wave& wave,
                     const std::vector<agency_register::EntryType>& types);
returns::WaveQuery wave_query(const ListAsked& asked);
// What asking did, said once on the wave's page.
struct AskedFigures {
  int asked = 0;
  int before = 0;     // for the same form and period, so left as they are
  int waiting = 0;    // to join: they read it then
  int uninvited = 0;  // among these
};
struct WaveView {
  const returns::Wave& wave;
  const ListShape& shape;
  const ListAsked& asked;
  const returns::WavePage& page;
  std::string saved;
  AskedFigures figures = {};
  bool may_write = false;
};
html::Data wave_page(const WaveView& view);
const std::vector<std::string>& wave_headings();
std::vector<std::vector<std::string>> wave_rows(const returns::WavePage& page);

// "Wave, due on 30 April 2027", "Rolling", "Asked one by one".
std::string mode_words(const returns::Wave& wave);

}  // namespace onereturn::gateway::views
