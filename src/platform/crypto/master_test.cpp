#include "platform/crypto/master.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

namespace hebra::crypto {
namespace {

class MasterFile : public testing::Test {
  protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "hebra-master-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
        path_ = folder_ / "master.key";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(std::string_view text, ::mode_t mode = 0600) {
        std::ofstream(path_, std::ios::binary | std::ios::trunc) << text;
        ASSERT_EQ(::chmod(path_.c_str(), mode), 0);
    }
    std::string_view refusal() const {
        const auto loaded = load_master(path_);
        return loaded ? std::string_view("loaded") : loaded.error().word.code;
    }

    std::filesystem::path folder_;
    std::filesystem::path path_;
};

const Bytes k_bytes = *from_hex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

TEST_F(MasterFile, is_made_private_and_read_back) {
    const ::mode_t before = ::umask(0);
    const auto made = create_master(path_);
    ::umask(before);
    ASSERT_TRUE(made);
    struct ::stat about;
    ASSERT_EQ(::stat(path_.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 07777, 0600u);
    EXPECT_EQ(about.st_size, 65);
    const auto loaded = load_master(path_);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(to_hex(loaded->reveal()), to_hex(made->reveal()));
}

TEST_F(MasterFile, is_never_overwritten) {
    const auto first = create_master(path_);
    ASSERT_TRUE(first);
    const auto second = create_master(path_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, Refused::conflict);
    EXPECT_EQ(second.error().word, words::k_master_exists);
    EXPECT_EQ(to_hex(load_master(path_)->reveal()), to_hex(first->reveal()));
}

TEST_F(MasterFile, may_be_hexadecimal_or_base64url_with_or_without_newline) {
    for (const auto& text : {to_hex(k_bytes), to_base64url(k_bytes)}) {
        for (const auto* ending : {"", "\n", "\r\n"}) {
            write(text + ending);
            const auto loaded = load_master(path_);
            ASSERT_TRUE(loaded) << text << ending;
            EXPECT_EQ(to_hex(loaded->reveal()), to_hex(k_bytes));
        }
    }
}

TEST_F(MasterFile, is_refused_while_others_can_reach_it) {
    for (const ::mode_t mode : {0640, 0604, 0620, 0602, 0610, 0644, 0666}) {
        write(to_hex(k_bytes), mode);
        EXPECT_EQ(refusal(), "master_exposed") << std::oct << mode;
    }
    write(to_hex(k_bytes), 0400);
    EXPECT_EQ(refusal(), "loaded");
}

TEST_F(MasterFile, holds_exactly_one_key) {
    const auto hex = to_hex(k_bytes);
    for (const auto& text : {std::string(), std::string("\n"), hex.substr(1), hex + "0", hex + "\n\n", hex + "00", hex + hex,
                             " " + hex.substr(1), "g" + hex.substr(1), to_base64url(k_bytes) + "=",
                             "+" + to_base64url(k_bytes).substr(1), to_base64url(k_bytes).substr(1)}) {
        write(text);
        EXPECT_EQ(refusal(), "master_malformed") << '"' << text << '"';
    }
}

TEST_F(MasterFile, is_a_file_and_is_there) {
    EXPECT_EQ(refusal(), "master_missing");
    ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
    EXPECT_EQ(refusal(), "master_malformed") << "and does not wait for the pipe's other end";
    EXPECT_THROW((void)create_master(folder_ / "no-such-folder" / "master.key"), std::system_error);
}

}  // namespace
}  // namespace hebra::crypto
