using System.Globalization;
using System.Text;

namespace Tupa.Demo;

/// <summary>A drawing of 1600 × 1067, built shape by shape.</summary>
internal sealed class Svg(Dice dice)
{
    public const int Width = 1600;
    public const int Height = 1067;

    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _defs = new();
    private int _ids;

    public Dice Dice => dice;

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\"><defs>{_defs}"
        + "<filter id=\"soft\" x=\"-30%\" y=\"-30%\" width=\"160%\" height=\"160%\"><feGaussianBlur stdDeviation=\"14\"/></filter>"
        + "<filter id=\"haze\" x=\"-30%\" y=\"-30%\" width=\"160%\" height=\"160%\"><feGaussianBlur stdDeviation=\"38\"/></filter></defs>"
        + $"{_shapes}</svg>";

    /// <summary>A fill that runs from one colour to the next, from top to bottom.</summary>
    public string Fade(params string[] colours)
    {
        var id = $"f{_ids++}";
        _defs.Append(CultureInfo.InvariantCulture, $"<linearGradient id=\"{id}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">");
        for (var i = 0; i < colours.Length; i++)
        {
            _defs.Append(CultureInfo.InvariantCulture, $"<stop offset=\"{(double)i / (colours.Length - 1):0.##}\" stop-color=\"{colours[i]}\"/>");
        }

        _defs.Append("</linearGradient>");
        return $"url(#{id})";
    }

    public Svg Rect(double x, double y, double width, double height, string fill, string more = "")
    {
        _shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{fill}\" {more}/>");
        return this;
    }

    public Svg Circle(double x, double y, double radius, string fill, string more = "")
    {
        _shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{fill}\" {more}/>");
        return this;
    }

    public Svg Oval(double x, double y, double rx, double ry, string fill, string more = "")
    {
        _shapes.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"{x:0.#}\" cy=\"{y:0.#}\" rx=\"{rx:0.#}\" ry=\"{ry:0.#}\" fill=\"{fill}\" {more}/>");
        return this;
    }

    public Svg Path(FormattableString d, string fill, string more = "") => RawPath(FormattableString.Invariant(d), fill, more);

    public Svg Line(FormattableString d, string stroke, double width, string more = "") =>
        RawPath(FormattableString.Invariant(d), "none", $"stroke=\"{stroke}\" stroke-width=\"{width.ToString("0.#", CultureInfo.InvariantCulture)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\" {more}");

    public Svg Words(double x, double y, double size, string fill, string words, string more = "")
    {
        _shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size:0.#}\" fill=\"{fill}\" font-family=\"DejaVu Sans, sans-serif\" {more}>{words}</text>");
        return this;
    }

    public Svg Open(string attributes)
    {
        _shapes.Append("<g ").Append(attributes).Append('>');
        return this;
    }

    public Svg Close()
    {
        _shapes.Append("</g>");
        return this;
    }

    /// <summary>A wavy edge from side to side, filled down to the bottom.</summary>
    public Svg Hill(double y, double rise, string fill, double step = 130)
    {
        var d = new StringBuilder();
        d.Append(CultureInfo.InvariantCulture, $"M-40 {y:0.#}");
        for (double x = -40; x < Width + step; x += step)
        {
            var middle = y - (dice.Part() * rise);
            d.Append(CultureInfo.InvariantCulture, $"Q{x + (step / 2):0.#} {middle:0.#} {x + step:0.#} {y - (dice.Part() * rise * 0.5):0.#}");
        }

        d.Append(CultureInfo.InvariantCulture, $"V{Height + 20}H-40Z");
        return RawPath(d.ToString(), fill, "");
    }

    /// <summary>A line of spruces along the horizon.</summary>
    public Svg FarForest(double y, double tall, string fill)
    {
        var d = new StringBuilder();
        d.Append(CultureInfo.InvariantCulture, $"M-20 {y + 30:0.#}");
        for (double x = -20; x < Width + 30;)
        {
            var half = 9 + (dice.Part() * 13);
            var top = y - (tall * (0.45 + (dice.Part() * 0.55)));
            d.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {y:0.#}L{x + half:0.#} {top:0.#}L{x + (half * 2):0.#} {y:0.#}");
            x += half * 1.5;
        }

        d.Append(CultureInfo.InvariantCulture, $"V{y + 30:0.#}Z");
        return RawPath(d.ToString(), fill, "");
    }

    /// <summary>A line whose stroke is that of the group around it.</summary>
    public Svg Trend(string d)
    {
        _shapes.Append("<path d=\"").Append(d).Append("\"/>");
        return this;
    }

    private Svg RawPath(string d, string fill, string more)
    {
        _shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"{d}\" fill=\"{fill}\" {more}/>");
        return this;
    }
}
