#include "platform/assets/assets.hpp"

#include <algorithm>

namespace hebra::assets {

std::span<const Asset> web_assets();  // generated, see cmake/EmbedAssets.cmake

std::span<const Asset> all() { return web_assets(); }

const Asset* find_in(std::span<const Asset> table, std::string_view path) {
    const auto at = std::ranges::lower_bound(table, path, {}, &Asset::path);
    return at != table.end() && at->path == path ? &*at : nullptr;
}

const Asset* find(std::string_view path) { return find_in(web_assets(), path); }

}  // namespace hebra::assets
