#include "gateway/asset_store.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "platform/json/json.hpp"

namespace onereturn::gateway {

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) {
    throw std::runtime_error{"cannot read the asset " + file.filename().string()};
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

std::string type_of(const fs::path& file) {
  static const std::map<std::string, std::string> types{
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

}  // namespace

AssetStore::AssetStore(const fs::path& folder) {
  const auto parsed = json::parse(read(folder / "manifest.json"));
  const json::Object* names = parsed.value ? parsed.value->if_object() : nullptr;
  if (names == nullptr) {
    throw std::runtime_error{"the manifest of the assets is not one"};
  }
  for (const auto& [name, value] : *names) {
    const std::string* hashed = value.if_text();
    if (hashed == nullptr || hashed->find('/') != std::string::npos) {
      throw std::runtime_error{"the manifest of the assets names no file for " + name};
    }
    const std::string path = "/assets/" + *hashed;
    Asset asset{type_of(*hashed), std::make_shared<const std::string>(read(folder / *hashed)), {}};
    if (fs::exists(folder / (*hashed + ".gz"))) {
      asset.compressed = std::make_shared<const std::string>(read(folder / (*hashed + ".gz")));
    }
    addresses_.emplace(name, path);
    by_path_.emplace(path, std::move(asset));
  }
}

const std::string& AssetStore::address(std::string_view name) const {
  const auto found = addresses_.find(name);
  if (found == addresses_.end()) {
    throw std::out_of_range{"no asset is called " + std::string{name}};
  }
  return found->second;
}

std::optional<http::Response> AssetStore::answer(const http::RequestHead& head) const {
  if (head.segments.size() < 2 || head.segments.front() != "assets" || is_unsafe(head.verb)) {
    return std::nullopt;
  }
  const auto found = by_path_.find(head.path);
  if (found == by_path_.end()) {
    return http::Response::text("There is no such file.\n", 404);
  }
  const Asset& asset = found->second;
  http::Response response;
  response.route = "/assets";
  response.with("Content-Type", asset.type)
      .with("Cache-Control", "public, max-age=31536000, immutable");
  response.shared_body = asset.plain;
  if (asset.compressed) {
    response.with("Vary", "Accept-Encoding");
    if (head.headers.get("Accept-Encoding").find("gzip") != std::string::npos) {
      response.with("Content-Encoding", "gzip");
      response.shared_body = asset.compressed;
    }
  }
  return response;
}

}  // namespace onereturn::gateway
