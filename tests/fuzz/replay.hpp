// Feeds a target what is kept in corpus/<its name>.
#pragma once
#include <gtest/gtest.h>

#include <string_view>

namespace hebra::fuzz {

/// Each file as it is, its first half, and its halves the other way round: cheap, and each run the same.
void replay(std::string_view name, void (*target)(std::string_view));

}  // namespace hebra::fuzz
