#include "platform/assets/assets.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace hebra::assets {

std::span<const Asset> test_assets();  // the files of testdata/

namespace {

std::string read_testdata(std::string_view path) {
    std::ifstream in(HEBRA_TESTDATA + std::string(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Assets, hold_each_file_byte_by_byte_sorted_by_path) {
    ASSERT_EQ(test_assets().size(), 3);
    EXPECT_TRUE(std::ranges::is_sorted(test_assets(), {}, &Asset::path));
    for (const Asset& asset : test_assets()) EXPECT_EQ(asset.body, read_testdata(asset.path)) << asset.path;
}

TEST(Assets, are_found_by_their_exact_path) {
    const Asset* page = find_in(test_assets(), "/index.html");
    ASSERT_NE(page, nullptr);
    EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
    for (const auto* absent : {"/", "", "index.html", "/index.htm", "/index.html/", "/zzz"})
        EXPECT_EQ(find_in(test_assets(), absent), nullptr) << absent;
    EXPECT_EQ(find_in({}, "/index.html"), nullptr);
}

TEST(Assets, carry_variants_only_where_they_are_smaller) {
    const Asset* page = find_in(test_assets(), "/index.html");
    EXPECT_EQ(page->gzip.substr(0, 2), "\x1f\x8b");
    EXPECT_LT(page->gzip.size(), page->body.size());
    EXPECT_FALSE(page->brotli.empty());
    EXPECT_LT(page->brotli.size(), page->gzip.size());
    const Asset* tiny = find_in(test_assets(), "/assets/tiny-AbC_123-.txt");
    EXPECT_TRUE(tiny->gzip.empty());
    EXPECT_TRUE(tiny->brotli.empty());
}

TEST(Assets, may_be_kept_for_ever_only_when_their_name_carries_a_hash) {
    EXPECT_TRUE(find_in(test_assets(), "/assets/tiny-AbC_123-.txt")->immutable);
    EXPECT_FALSE(find_in(test_assets(), "/assets/style-hebra.css")->immutable);
    EXPECT_FALSE(find_in(test_assets(), "/index.html")->immutable);
}

TEST(Assets, have_a_weak_tag_of_their_content) {
    const Asset* tiny = find_in(test_assets(), "/assets/tiny-AbC_123-.txt");
    EXPECT_EQ(tiny->etag, "W/\"2d711642b726b04401627ca9fbac32f5\"");  // the start of SHA-256("x")
}

}  // namespace
}  // namespace hebra::assets
