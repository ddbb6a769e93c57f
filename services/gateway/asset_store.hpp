#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace onereturn::gateway {

// The built style sheets, scripts, pictures and fonts, held in memory. A file's name carries the
// hash of its content, so a browser may keep it for ever.
class AssetStore {
 public:
  // Reads manifest.json and the files that it names. A file with ".gz" beside it is also sent
  // compressed. Throws std::runtime_error when one is missing or the manifest is not one.
  explicit AssetStore(const std::filesystem::path& folder);

  // "app.css" → "/assets/app-3f2a….css". Throws std::out_of_range for an unknown name.
  const std::string& address(std::string_view name) const;

  // Answers GET and HEAD below /assets/; nothing for any other path, 404 for an unknown name.
  std::optional<http::Response> answer(const http::RequestHead& head) const;

 private:
  struct Asset {
    std::string type;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> compressed;
  };

  std::map<std::string, std::string, std::less<>> addresses_;
  std::map<std::string, Asset, std::less<>> by_path_;
};

}  // namespace onereturn::gateway
