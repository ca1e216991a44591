// What copy.cpp asks of each engine. Not for other rooms.
#pragma once
#include "platform/db/copy.hpp"

namespace hebra::db {

inline constexpr std::size_t k_copied_at_once = 256 * 1024;
/// A table that exists while a copy is being put back.
inline constexpr std::string_view k_unfinished = "unfinished_copy";

void sqlite_copy_out(const std::string& path, const Take& take);
void sqlite_copy_in(const std::string& path, const Give& give);
bool sqlite_scrub(const std::string& path);

void postgres_copy_out(const std::string& url, const Take& take);
void postgres_copy_in(const std::string& url, const Give& give);
bool postgres_scrub(const std::string& url, std::string_view table);

}  // namespace hebra::db
