using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tupa.Ui;

/// <summary>Weaves the raanu of an id: striped wool, the same on both sides of its middle, with lozenges on the broad stripes. The same id is always the same cloth.</summary>
public static class RaanuCloth
{
    private const int Width = 1200;
    private const int Height = 120;

    // Dark, main, second, pale, light, spark: plant dyes of the house, each set readable beside its own.
    private static readonly string[][] Dyes =
    [
        ["#0b2e2d", "#12524e", "#1f6f68", "#e9dcc3", "#f3ead9", "#c9a24a"],
        ["#3b1a1a", "#7a2e2a", "#b5523a", "#d98b6a", "#f3e3d2", "#e0b15c"],
        ["#14283f", "#23466b", "#3f74a3", "#a9c4d6", "#eef0ea", "#d9b65a"],
        ["#27310f", "#4b5d23", "#7d9140", "#d6d39a", "#f4eed8", "#c9722f"],
        ["#2d1933", "#51305a", "#85548f", "#cfaed4", "#f3e8ee", "#dba548"],
        ["#3a2817", "#6b4a2b", "#a5794a", "#dcc09a", "#f6eddd", "#2f6d68"],
    ];

    private static readonly int[] Breadths = [8, 12, 20, 31, 51, 86];

    public static string Url(Guid id) => $"{HouseAssets.Prefix}raanu/{id}.svg";

    /// <summary>An SVG of 1200 by 120 that may be stretched.</summary>
    public static string Weave(Guid id)
    {
        // A time-ordered id differs from its neighbour in few bits; the digest spreads them.
        var yarn = SHA256.HashData(id.ToByteArray());
        var dyes = Dyes[yarn[0] % Dyes.Length];
        var half = Stripes(yarn);
        var cloth = new StringBuilder(6000).Append(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" preserveAspectRatio="none"><defs><pattern id="t" width="4" height="3" patternUnits="userSpaceOnUse"><path d="M0 0h4" stroke="#000" stroke-opacity=".16"/><path d="M0 1.5h2" stroke="#fff" stroke-opacity=".16"/></pattern></defs>""");

        var scale = Width / 2.0 / half.Sum(s => s.Breadth);
        var x = 0.0;
        foreach (var stripe in half.Concat(half.Reverse()))
        {
            var breadth = stripe.Breadth * scale;
            Draw(cloth, stripe, dyes, x, breadth);
            x += breadth;
        }

        return cloth.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="url(#t)"/></svg>""").ToString();
    }

    private readonly record struct Stripe(int Breadth, int Dye, bool Lozenges);

    private static Stripe[] Stripes(byte[] yarn)
    {
        var stripes = new Stripe[10 + yarn[1] % 6];
        var before = -1;
        for (var i = 0; i < stripes.Length; i++)
        {
            int wool = yarn[2 + 2 * (i % 15)] + i, width = yarn[3 + 2 * (i % 14)];
            // Five dyes take turns; the sixth is a spark, and rare.
            var dye = wool % 17 == 0 ? 5 : wool % 5;
            if (dye == before) dye = (dye + 1) % 5;
            var breadth = Breadths[width % Breadths.Length];
            stripes[i] = new(breadth, dye, Lozenges: breadth > 60 && width % 4 != 0);
            before = dye;
        }

        return stripes;
    }

    private static void Draw(StringBuilder cloth, Stripe stripe, string[] dyes, double x, double breadth)
    {
        // Half a unit of overlap, or the seams would show when the cloth is stretched.
        cloth.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.0}" width="{breadth + .5:0.0}" height="{Height}" fill="{dyes[stripe.Dye]}"/>""");
        if (!stripe.Lozenges) return;

        var dark = stripe.Dye is 0 or 1 or 2;
        cloth.Append(CultureInfo.InvariantCulture, $"""<path fill="{dyes[dark ? 4 : 1]}" opacity=".9" d=" """);
        for (var y = -10; y < Height; y += 26)
            cloth.Append(CultureInfo.InvariantCulture, $"M{x + breadth / 2:0.0} {y}l9 10-9 10-9-10z");
        cloth.Append("\"/>");
    }
}
