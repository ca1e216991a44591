#include "platform/pdf/sheet.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <mutex>
#include <stdexcept>

#include <fmt/format.h>

// Fontconfig keeps what it read of the machine's fonts until the end, and frees none of it then. Only a leak sanitizer asks.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace hebra::pdf {
namespace {

// Letter, in points; margins as the printed web has them (18 mm, 16 mm, 20 mm).
constexpr double k_width = 612, k_height = 792;
constexpr double k_left = 45, k_right = k_width - 45, k_top = 60, k_bottom = k_height - 74;
constexpr const char* k_family = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, DejaVu Sans, Sans";

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// How a piece of text looks, and what it is to a screen reader.
struct Style {
    double points;
    PangoWeight weight;
    double above;  ///< space before it
    const char* tag;
};
constexpr Style k_heading{17, PANGO_WEIGHT_BOLD, 0, "H1"};
constexpr Style k_subheading{10.5, PANGO_WEIGHT_NORMAL, 3, "P"};
constexpr Style k_label{8.5, PANGO_WEIGHT_NORMAL, 4, "P"};
constexpr Style k_line{13, PANGO_WEIGHT_NORMAL, 1, "P"};
constexpr Style k_first_line{13, PANGO_WEIGHT_BOLD, 1, "P"};
constexpr Style k_title{11.5, PANGO_WEIGHT_BOLD, 11, "H2"};
constexpr Style k_text{10.5, PANGO_WEIGHT_NORMAL, 1, "P"};
constexpr Style k_small{8.5, PANGO_WEIGHT_NORMAL, 0, "P"};

/// A line of a layout, where it stands on its page.
struct Placed {
    PangoLayoutLine* line;
    double baseline;
    const char* tag;
};

/// One font map for the process: making one costs more than a page. Pango's objects stay behind the one lock.
PangoFontMap* font_map() {
    static PangoFontMap* const k_map = pango_cairo_font_map_new();
    return k_map;
}
std::mutex k_one_at_a_time;

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

class Writer {
  public:
    explicit Writer(const Sheet& sheet)
        : sheet_(sheet), surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, k_width, k_height)), cairo_(cairo_create(surface_.get())),
          context_(pango_font_map_create_context(font_map())) {
        pango_cairo_context_set_resolution(context_.get(), 72);
        pango_context_set_language(context_.get(), pango_language_from_string("es-CL"));
    }

    std::string write() {
        describe();
        compose();
        cairo_tag_begin(cairo_.get(), "Document", nullptr);
        for (std::size_t n = 0; n < pages_.size(); ++n) draw(n);
        cairo_tag_end(cairo_.get(), "Document");
        cairo_surface_finish(surface_.get());
        if (const auto status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error(fmt::format("a sheet could not be written: {}", cairo_status_to_string(status)));
        return std::move(bytes_);
    }

  private:
    void describe() {
        const auto date = to_text(std::chrono::time_point_cast<Micros>(std::chrono::floor<std::chrono::seconds>(sheet_.at)));
        const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
            cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, sheet_.title);
        set(CAIRO_PDF_METADATA_AUTHOR, sheet_.producer);
        set(CAIRO_PDF_METADATA_CREATOR, "Hebra");
        set(CAIRO_PDF_METADATA_CREATE_DATE, date);
    }

    Owned<PangoLayout> layout(const std::string& text, const Style& style, double width) {
        Owned<PangoLayout> made(pango_layout_new(context_.get()));
        const Owned<PangoFontDescription> font(pango_font_description_from_string(k_family));
        pango_font_description_set_size(font.get(), static_cast<int>(style.points * PANGO_SCALE));
        pango_font_description_set_weight(font.get(), style.weight);
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        return made;
    }

    void new_page() {
        pages_.emplace_back();
        y_ = k_top;
    }

    /// Places a text line by line, and goes on to another page where one ends.
    void place(const std::string& text, const Style& style) {
        auto made = layout(text, style, k_right - k_left);
        if (y_ > k_top) y_ += style.above;
        const Owned<PangoLayoutIter> iter(pango_layout_get_iter(made.get()));
        do {
            PangoRectangle logical;
            pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
            const double height = logical.height / static_cast<double>(PANGO_SCALE);
            if (y_ + height > k_bottom) new_page();
            const double ascent = (pango_layout_iter_get_baseline(iter.get()) - logical.y) / static_cast<double>(PANGO_SCALE);
            pages_.back().push_back({pango_layout_iter_get_line_readonly(iter.get()), y_ + ascent, style.tag});
            y_ += height;
        } while (pango_layout_iter_next_line(iter.get()));
        layouts_.push_back(std::move(made));
    }

    /// A title stays with the first of what it names.
    void keep_together(double points) {
        if (y_ + points > k_bottom) new_page();
    }

    void compose() {
        new_page();
        place(sheet_.heading, k_heading);
        if (!sheet_.subheading.empty()) place(sheet_.subheading, k_subheading);
        y_ += 6;
        for (const auto& field : sheet_.first) {
            keep_together(40);
            place(field.label, k_label);
            place(field.text.reveal(), &field == &sheet_.first.front() ? k_first_line : k_line);
        }
        for (const auto& section : sheet_.sections) {
            keep_together(70);
            place(section.title, k_title);
            for (const auto& field : section.fields) {
                keep_together(34);
                if (!field.label.empty()) place(field.label, k_label);
                place(field.text.reveal(), k_text);
            }
        }
    }

    void rule(double y, double thickness) {
        cairo_set_line_width(cairo_.get(), thickness);
        cairo_move_to(cairo_.get(), k_left, y);
        cairo_line_to(cairo_.get(), k_right, y);
        cairo_stroke(cairo_.get());
    }

    /// A small line of its own, outside the flow.
    void small(const std::string& text, double y, PangoAlignment alignment) {
        const auto made = layout(text, k_small, k_right - k_left);
        pango_layout_set_alignment(made.get(), alignment);
        cairo_tag_begin(cairo_.get(), "P", nullptr);
        cairo_move_to(cairo_.get(), k_left, y);
        pango_cairo_show_layout(cairo_.get(), made.get());
        cairo_tag_end(cairo_.get(), "P");
    }

    void draw(std::size_t n) {
        auto* cairo = cairo_.get();
        cairo_set_source_rgb(cairo, 0, 0, 0);
        rule(44, 2.2);
        if (sheet_.mark) small(*sheet_.mark, 27, PANGO_ALIGN_LEFT);
        for (const auto& placed : pages_[n]) {
            cairo_tag_begin(cairo, placed.tag, nullptr);
            cairo_move_to(cairo, k_left, placed.baseline);
            pango_cairo_show_layout_line(cairo, placed.line);
            cairo_tag_end(cairo, placed.tag);
        }
        rule(k_height - 62, 0.6);
        small(sheet_.foot_code, k_height - 56, PANGO_ALIGN_LEFT);
        small(fmt::format("{}/{}", n + 1, pages_.size()), k_height - 56, PANGO_ALIGN_RIGHT);
        small(sheet_.foot_proof, k_height - 43, PANGO_ALIGN_LEFT);
        cairo_show_page(cairo);
    }

    const Sheet& sheet_;
    std::string bytes_;
    Owned<cairo_surface_t> surface_;
    Owned<cairo_t> cairo_;
    Owned<PangoContext> context_;
    std::vector<Owned<PangoLayout>> layouts_;  ///< own the lines that were placed
    std::vector<std::vector<Placed>> pages_;
    double y_ = k_top;
};

}  // namespace

std::string write(const Sheet& sheet) {
    const std::scoped_lock lock(k_one_at_a_time);
    return Writer(sheet).write();
}

}  // namespace hebra::pdf
