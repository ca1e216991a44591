#include "platform/pdf/sheet.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.hpp"

namespace hebra::pdf {
namespace {

Sheet sheet() {
    return {.title = "Ficha de derivación HB-7K3QF27",
            .producer = "Línea de prueba",
            .at = *parse_time("2026-11-21T15:00:00Z"),
            .heading = "Línea de prueba pide recibir a una persona",
            .subheading = "A: Salud mental",
            .first = {{"Quién", Private("Ñandú Güemes, 24 años")}, {"Qué pasa", Private("Crisis de angustia.")}, {"Qué se pide", Private("Una hora.")}},
            .sections = {{"Contacto seguro", {{"No decir", Private("«psicóloga» 🙂")}}}},
            .foot_code = "HB-7K3QF27",
            .foot_proof = "Huella 706a8412affa3b5d",
            .mark = {}};
}

/// What an outside program says of the document (poppler-utils).
std::string said(const std::string& program, const std::string& bytes) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "sheet.pdf";
    std::ofstream(path, std::ios::binary) << bytes;
    const bool is_info = program == "pdfinfo";
    FILE* pipe = popen((program + (is_info ? " " : " -layout ") + path.string() + (is_info ? "" : " -") + " 2>&1").c_str(), "r");
    std::string text;
    std::array<char, 4096> part{};
    for (std::size_t n; (n = fread(part.data(), 1, part.size(), pipe)) > 0;) text.append(part.data(), n);
    EXPECT_EQ(pclose(pipe), 0) << text;
    return text;
}
bool holds(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(Sheet, is_one_tagged_letter_page_whose_text_can_be_read) {
    const auto bytes = write(sheet());
    const auto info = said("pdfinfo", bytes);
    EXPECT_TRUE(holds(info, "Pages:           1")) << info;
    EXPECT_TRUE(holds(info, "612 x 792 pts (letter)")) << info;
    EXPECT_TRUE(holds(info, "Tagged:          yes")) << info;
    EXPECT_TRUE(holds(info, "Ficha de derivación HB-7K3QF27")) << info;
    EXPECT_FALSE(holds(info, "Güemes")) << "a name is never in what the document says of itself";
    const auto text = said("pdftotext", bytes);
    for (const auto* part : {"Ñandú Güemes, 24 años", "«psicóloga»", "Qué se pide", "HB-7K3QF27", "1/1", "Huella 706a8412affa3b5d"})
        EXPECT_TRUE(holds(text, part)) << part << "\n" << text;
    EXPECT_LT(text.find("Ñandú"), text.find("Contacto seguro")) << "the three lines come first";
}

TEST(Sheet, long_texts_flow_on_and_lose_no_word) {
    auto full = sheet();
    std::string text;
    for (int n = 0; n < 420; ++n) text += fmt::format("palabra{} acompañamiento ", n);
    full.sections.push_back({"Lo que ya se hizo", {{"", Private(text)}, {"", Private(std::string(3000, 'x'))}}});
    full.mark = "Copia de ONG de prueba";
    const auto bytes = write(full);
    const auto printed = said("pdftotext", bytes);
    for (const auto* part : {"palabra0 ", "palabra200 ", "palabra419 ", "1/4", "4/4"}) EXPECT_TRUE(holds(printed, part)) << part;
    std::size_t marks = 0;
    for (auto at = printed.find("Copia de ONG"); at != printed.npos; at = printed.find("Copia de ONG", at + 1)) ++marks;
    EXPECT_EQ(marks, 4u) << "whose copy it is stands on each page";
}

TEST(Sheet, the_same_sheet_is_the_same_text_from_many_threads) {
    const auto once = said("pdftotext", write(sheet()));
    std::array<std::string, 4> all;
    std::vector<std::thread> threads;
    for (auto& one : all) threads.emplace_back([&one] { one = write(sheet()); });
    for (auto& thread : threads) thread.join();
    for (const auto& one : all) EXPECT_EQ(said("pdftotext", one), once);
}

}  // namespace
}  // namespace hebra::pdf
