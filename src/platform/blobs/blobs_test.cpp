#include "platform/blobs/blobs.hpp"

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::blobs {
namespace {

const Time k_now = *parse_time("2026-11-21T15:00:00Z");
const InstitutionId k_institution = InstitutionId::make(k_now);
const std::string k_png_start = "\x89PNG\r\n\x1A\n";

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

/// A picture of that size whose chunks all differ.
Bytes picture(std::size_t size) {
    Bytes content(size);
    for (std::size_t at = 0; at < size; at += 97) content[at] = static_cast<std::uint8_t>(at * 2654435761U >> 13);
    std::ranges::copy(k_png_start, content.begin());
    return content;
}

std::string code_of(const Result<MediaType>& sniffed) { return sniffed ? "" : std::string(sniffed.error().word.code); }

TEST(Sniff, tells_a_file_by_its_content) {
    EXPECT_EQ(sniff(bytes(k_png_start + "…")), MediaType::png);
    EXPECT_EQ(sniff(bytes("\xFF\xD8\xFF\xE0 JFIF")), MediaType::jpeg);
    EXPECT_EQ(sniff(bytes("RIFF1234WEBPVP8 ")), MediaType::webp);
    EXPECT_EQ(sniff(bytes("%PDF-1.7\n1 0 obj <</Type/Page>> endobj")), MediaType::pdf);
    EXPECT_EQ(sniff(bytes("Pidió hora.\r\n\tVuelve el martes.")), MediaType::text);
    EXPECT_EQ(sniff(bytes("\xEF\xBB\xBFñandú")), MediaType::text);
}

TEST(Sniff, a_name_ends_in_what_the_file_is) {
    EXPECT_EQ(named_as("x.exe", MediaType::text), "x.exe.txt");
    EXPECT_EQ(named_as("informe.pdf", MediaType::pdf), "informe.pdf");
    EXPECT_EQ(named_as("FOTO.JPEG", MediaType::jpeg), "FOTO.JPEG");
    EXPECT_EQ(named_as("foto.png", MediaType::jpeg), "foto.png.jpg");
    EXPECT_EQ(named_as("lista.csv", MediaType::text), "lista.csv");
    EXPECT_EQ(named_as("archivo", MediaType::webp), "archivo.webp");
}

TEST(Sniff, refuses_what_runs_and_what_it_does_not_know) {
    for (const std::string_view content :
         {"<!doctype html><script>", "  \n<svg onload=x>", "\xEF\xBB\xBF<?xml?>", "#!/bin/sh", "{\\rtf1", "%!PS-Adobe", "PK\x03\x04", "GIF89a\x01",
          "\x7F" "ELF", "RIFF1234WAVE\x01", "\xC3\x28 latin"})
        EXPECT_EQ(code_of(sniff(bytes(content))), "file_kind") << content;
    EXPECT_EQ(code_of(sniff(bytes(std::string_view("MZ\0\1", 4)))), "file_kind");
    EXPECT_EQ(code_of(sniff({})), "file_empty");
}

TEST(Sniff, refuses_a_pdf_that_openly_acts) {
    for (const std::string_view name : {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"})
        EXPECT_EQ(code_of(sniff(bytes("%PDF-1.7 <<" + std::string(name) + "(x)>>"))), "file_active") << name;
    EXPECT_EQ(sniff(bytes("%PDF-1.7 <</JSize 3 /LaunchPad 1>>")), MediaType::pdf);
    EXPECT_EQ(code_of(sniff(bytes("%PDF-1.7 <</JSize 3 /JS"))), "file_active");
}

TEST(Prepare, refuses_what_is_too_large_and_what_the_scanner_refuses) {
    const auto key = crypto::Key::random();
    EXPECT_EQ(prepare(picture(k_most + 1), key, k_now).error().kind, Refused::too_large);
    EXPECT_TRUE(prepare(picture(k_most), key, k_now));
    const auto scanner = [](BytesView, MediaType type) -> Result<> {
        EXPECT_EQ(type, MediaType::png);
        return refuse(Refused::invalid, words::k_file_active);
    };
    EXPECT_EQ(prepare(picture(100), key, k_now, scanner).error().word, words::k_file_active);
}

void schema(db::Database& database) {
    test::write(database, [](db::Tx& tx) {
        tx.add("CREATE TABLE blob (id TEXT NOT NULL PRIMARY KEY, institution_id TEXT NOT NULL, media_type TEXT NOT NULL, "
               "size BIGINT NOT NULL, digest BYTES NOT NULL, created_at BIGINT NOT NULL)");
        tx.add("CREATE TABLE blob_chunk (blob_id TEXT NOT NULL, seq BIGINT NOT NULL, content BYTES NOT NULL, PRIMARY KEY (blob_id, seq))");
    });
}

class Blobs : public test::OnBothDatabases<schema> {
  protected:
    BlobId keep(BytesView content) {
        const auto blob = prepare(content, key, k_now).value();
        test::write(db(), [&](db::Tx& tx) { add(tx, k_institution, blob, k_now); });
        return blob.id;
    }
    Bytes read_back(BlobId id, const crypto::Key& with) {
        return db().read([&](db::Reader& reader) {
            Bytes content;
            read(reader, find(reader, k_institution, id).value(), with,
                 [&](BytesView piece) { content.insert(content.end(), piece.begin(), piece.end()); });
            return content;
        });
    }
    const crypto::Key key = crypto::Key::random();
};
HEBRA_ON_BOTH_DATABASES(Blobs);

TEST_P(Blobs, gives_back_what_was_kept_whatever_its_size) {
    for (const std::size_t size : {std::size_t(9), k_chunk - 1, k_chunk, k_chunk + 1, 3 * k_chunk + 17}) {
        const auto content = picture(size);
        EXPECT_EQ(read_back(keep(content), key), content) << size;
    }
}

TEST_P(Blobs, another_institution_finds_none) {
    const auto id = keep(picture(50));
    const auto other = InstitutionId::make(k_now);
    db().read([&](db::Reader& reader) { EXPECT_EQ(find(reader, other, id).error().kind, Refused::not_found); });
    test::write(db(), [&](db::Tx& tx) { EXPECT_FALSE(remove(tx, other, id)); });
    EXPECT_EQ(read_back(id, key).size(), 50U);
}

TEST_P(Blobs, nothing_of_the_content_is_in_the_clear) {
    keep(bytes("El relato planteado: HEBRA-PLANTADO-7781"));
    EXPECT_EQ(test::contents(db()).find("HEBRA-PLANTADO"), std::string::npos);
}

TEST_P(Blobs, notices_another_key_and_chunks_altered_swapped_or_lost) {
    const auto id = keep(picture(2 * k_chunk + 5));
    EXPECT_THROW(read_back(id, crypto::Key::random()), std::runtime_error);

    const auto change = [&](std::string_view sql) {
        test::write(db(), [&](db::Tx& tx) { tx.add(sql, {db::arg("id", id)}); });
    };
    change("UPDATE blob_chunk SET seq = 5 - seq WHERE blob_id = :id AND seq < 2");
    EXPECT_THROW(read_back(id, key), std::runtime_error);
    change("UPDATE blob_chunk SET seq = 5 - seq WHERE blob_id = :id AND seq > 2");
    EXPECT_NO_THROW(read_back(id, key));
    change("DELETE FROM blob_chunk WHERE blob_id = :id AND seq = 2");
    EXPECT_THROW(read_back(id, key), std::runtime_error);
}

TEST_P(Blobs, removes_every_chunk) {
    const auto id = keep(picture(k_chunk + 5));
    test::write(db(), [&](db::Tx& tx) {
        EXPECT_TRUE(remove(tx, k_institution, id));
        EXPECT_FALSE(remove(tx, k_institution, id));
    });
    db().read([](db::Reader& reader) { EXPECT_FALSE(reader.maybe<std::int64_t>("SELECT seq FROM blob_chunk LIMIT 1")); });
}

TEST_P(Blobs, is_kept_whole_or_not_at_all) {
    const auto blob = prepare(picture(2 * k_chunk), key, k_now).value();
    test::expect_all_or_nothing(db(), [&] {
        (void)db().write([&](db::Tx& tx) -> Result<> {
            add(tx, k_institution, blob, k_now);
            return {};
        });
    });
}

}  // namespace
}  // namespace hebra::blobs
