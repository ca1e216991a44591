#include "platform/sealed_file/sealed_file.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace hebra::sealed_file {
namespace {

constexpr std::string_view k_kind = "hebra prueba 1";

class SealedFile : public testing::Test {
  protected:
    Bytes content(std::size_t size) {
        Bytes bytes(size);
        for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<std::uint8_t>(at * 7 + at / 251);
        return bytes;
    }
    void keep(const Bytes& plain) {
        std::filesystem::remove(path);
        auto writer = Writer::create(path, k_kind, key);
        ASSERT_TRUE(writer);
        for (std::size_t at = 0; at < plain.size(); at += 100'003)
            writer->add(BytesView(plain).subspan(at, std::min<std::size_t>(100'003, plain.size() - at)));
        ASSERT_TRUE(writer->finish());
    }
    Result<Bytes> read() {
        HEBRA_TRY(auto reader, Reader::open(path, k_kind, key));
        Bytes all, some(99'991);
        for (;;) {
            HEBRA_TRY(const auto count, reader.read(some));
            if (count == 0) return all;
            all.insert(all.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
        }
    }
    Bytes raw() {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void put(const Bytes& bytes) {
        std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    }
    std::string_view why() { return read().error().word.code; }

    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "file";
    crypto::Key key = crypto::Key::from(Bytes(crypto::Key::k_size, 3));
};

TEST_F(SealedFile, gives_back_what_was_put_in_also_at_the_edges_of_pieces) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, k_piece - 1, k_piece, k_piece + 1, 3 * k_piece}) {
        keep(content(size));
        EXPECT_EQ(read().value(), content(size)) << size;
    }
}

TEST_F(SealedFile, refuses_every_way_of_being_cut_short) {
    keep(content(2 * k_piece + 10));
    const auto whole = raw();
    for (const std::size_t size : {std::size_t{30}, std::size_t{60}, k_piece, 55 + k_piece + crypto::k_piece_overhead,
                                   whole.size() - 27, whole.size() - 1}) {
        put(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
        EXPECT_EQ(why(), "sealed_file_damaged") << size;
    }
    auto longer = whole;
    longer.push_back(0);
    put(longer);
    EXPECT_EQ(why(), "sealed_file_damaged") << "something follows";
}

TEST_F(SealedFile, refuses_an_altered_byte_wherever_it_is) {
    keep(content(k_piece + 10));
    const auto whole = raw();
    for (const std::size_t at : {std::size_t{40}, std::size_t{100}, k_piece, whole.size() - 1}) {
        auto altered = whole;
        altered[at] ^= 1;
        put(altered);
        EXPECT_EQ(why(), "sealed_file_damaged") << at;
    }
}

TEST_F(SealedFile, tells_another_key_and_another_kind_of_file_from_a_damaged_one) {
    keep(content(10));
    key = crypto::Key::random();
    EXPECT_EQ(why(), "sealed_file_other_key");
    put(content(1000));
    EXPECT_EQ(why(), "sealed_file_other");
    std::filesystem::remove(path);
    EXPECT_EQ(why(), "sealed_file_missing");
}

TEST_F(SealedFile, is_there_whole_or_not_at_all_and_overwrites_nothing) {
    {
        auto writer = Writer::create(path, k_kind, key);
        ASSERT_TRUE(writer);
        writer->add(content(2 * k_piece));
        EXPECT_FALSE(std::filesystem::exists(path));
        put(content(5));  // somebody else was quicker
        EXPECT_EQ(writer->finish().error().word.code, "sealed_file_exists");
    }
    EXPECT_EQ(raw(), content(5));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "nothing is left beside it";
    EXPECT_EQ(Writer::create(path, k_kind, key).error().word.code, "sealed_file_exists");
    EXPECT_EQ(Writer::create(folder / "none/file", k_kind, key).error().word.code, "sealed_file_place");
}

}  // namespace
}  // namespace hebra::sealed_file
