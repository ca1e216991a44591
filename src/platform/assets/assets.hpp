// The built web UI, embedded in the binary: no file is read while serving.
#pragma once
#include <span>
#include <string_view>

#include "platform/assets/asset.hpp"

namespace hebra::assets {

/// Every asset, sorted by path. Empty in a build without the web UI (HEBRA_WEB=OFF).
std::span<const Asset> all();

/// The asset at exactly this path ("/index.html", not "/"), or nullptr.
const Asset* find(std::string_view path);

/// `find` in a table sorted by path.
const Asset* find_in(std::span<const Asset> table, std::string_view path);

}  // namespace hebra::assets
