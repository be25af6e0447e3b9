namespace Tupa.Demo;

/// <summary>The lake, the woods, the northern lights and the snow.</summary>
internal static class Nature
{
    public static void Lake(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, 560, svg.Fade(p.Sky));
        var sunX = dice.Between(250, 1350);
        svg.Circle(sunX, 400, 190, p.Sun, "opacity=\".35\" filter=\"url(#haze)\"").Circle(sunX, 400, 62, p.Sun, "opacity=\".9\"");
        for (var i = 0; i < 5; i++) svg.Oval(dice.Below(1600), dice.Between(60, 270), dice.Between(120, 320), dice.Between(10, 26), "#fff", "opacity=\".22\" filter=\"url(#soft)\"");
        svg.FarForest(540, 70, p.Far).FarForest(566, 110, p.Middle);
        svg.Rect(0, 560, Svg.Width, 507, svg.Fade(p.Water));
        svg.Open("opacity=\".35\" transform=\"matrix(1 0 0 -1 0 1130)\"").FarForest(566, 120, p.Middle).Close();
        for (var i = 0; i < 90; i++)
        {
            var y = 585 + (dice.Part() * dice.Part() * 460);
            var wide = 30 + ((y - 560) * 0.5 * dice.Part());
            var near = Math.Abs(dice.Part() - 0.5) < 0.25 ? sunX + ((dice.Part() - 0.5) * 160) : dice.Below(1600);
            svg.Rect(near - (wide / 2), y, wide, 2 + ((y - 560) / 150), p.Sun, "opacity=\".3\" rx=\"2\"");
        }

        if (p.Snow) Drifts(svg, 930);
        else Reeds(svg, p);
        Spruce(svg, 110, 1060, 640, p.Near, p.Snow);
        Spruce(svg, 300, 1075, 420, p.Near, p.Snow);
        Spruce(svg, 1500, 1070, 560, p.Near, p.Snow);
    }

    public static void Birches(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade(p.Sky));
        svg.FarForest(690, 190, p.Far).FarForest(740, 140, p.Middle);
        svg.Hill(770, 40, p.Ground);
        svg.Path($"M700 1080Q780 900 640 800Q600 770 660 742L700 742Q690 780 790 830Q960 930 930 1080Z", p.Path, "opacity=\".9\"");
        for (var layer = 0; layer < 3; layer++)
        {
            for (var i = 0; i < 9 - (layer * 2); i++)
            {
                var x = dice.Below(1600);
                if (x is > 560 and < 960) x = x < 760 ? x - 320 : x + 330;
                Birch(svg, x, 800 + (layer * 110), 11 + (layer * 13), p, layer);
            }
        }

        for (var i = 0; i < 120; i++) svg.Oval(dice.Below(1600), dice.Between(800, 1060), 9, 4, dice.Pick(p.Leaves), "opacity=\".8\"");
    }

    public static void NorthernLights(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade("#071427", "#0d2b45", "#1d4a5e"));
        for (var i = 0; i < 170; i++) svg.Circle(dice.Below(1600), dice.Below(600), 0.8 + (dice.Part() * 1.6), "#fff", "opacity=\".8\"");
        string[] lights = ["#5ff0a8", "#3fd6c0", "#8f7bf0", "#5ff0a8"];
        for (var band = 0; band < 4; band++)
        {
            var y = 180 + (band * 70);
            svg.Open("filter=\"url(#soft)\" opacity=\".34\"");
            for (var x = -60; x < 1660; x += 26)
            {
                var wave = Math.Sin((x / 210.0) + band + (dice.Part() * 0.35)) * 75;
                svg.Rect(x, y + wave - 150, 22, 250 + (dice.Part() * 120), svg.Fade("#0d2b4500", lights[band], "#0d2b4500"));
            }

            svg.Close();
        }

        svg.FarForest(730, 130, "#0a1d2b");
        svg.Rect(0, 740, Svg.Width, 330, svg.Fade("#1f5562", "#12324a", "#dfe9f0"));
        svg.Hill(930, 60, "#dbe7ef").Hill(1000, 40, "#f2f7fa");
        Cabin(svg, 1080, 800);
        Spruce(svg, 180, 1060, 620, "#0c2630", true);
        Spruce(svg, 370, 1010, 380, "#0c2630", true);
        Spruce(svg, 1490, 1050, 480, "#0c2630", true);
        _ = p;
    }

    public static void Drifts(Svg svg, double y) =>
        svg.Hill(y, 50, "#dfe8ef", 260).Hill(y + 60, 40, "#eef4f8", 330);

    public static void Spruce(Svg svg, double x, double y, double tall, string fill, bool snow)
    {
        svg.Rect(x - (tall * 0.018), y - (tall * 0.1), tall * 0.036, tall * 0.1, "#4a382c");
        for (var i = 0; i < 7; i++)
        {
            var top = y - tall + (tall * i * 0.125);
            var bottom = top + (tall * 0.24);
            var half = tall * (0.05 + (i * 0.034));
            svg.Path($"M{x} {top}Q{x + (half * 0.5)} {bottom - (tall * 0.05)} {x + half} {bottom}Q{x} {bottom - (tall * 0.035)} {x - half} {bottom}Q{x - (half * 0.5)} {bottom - (tall * 0.05)} {x} {top}Z", fill);
            if (snow) svg.Path($"M{x} {top}Q{x + (half * 0.5)} {bottom - (tall * 0.05)} {x + half} {bottom}Q{x + (half * 0.4)} {bottom - (tall * 0.06)} {x} {bottom - (tall * 0.08)}Q{x - (half * 0.3)} {bottom - (tall * 0.1)} {x} {top}Z", "#f4f8fb", "opacity=\".92\"");
        }
    }

    private static void Birch(Svg svg, double x, double y, double wide, Palette p, int layer)
    {
        var dice = svg.Dice;
        for (var i = 0; i < 9; i++)
        {
            svg.Circle(x + ((dice.Part() - 0.5) * wide * 9), (dice.Part() * 330) - 40 + (layer * 10), (wide * 2) + (dice.Part() * wide * 2), dice.Pick(p.Leaves), "opacity=\".55\"");
        }

        svg.Path($"M{x - wide} {y}L{x - (wide * 0.55)} -20L{x + (wide * 0.55)} -20L{x + wide} {y}Z", layer == 0 ? "#dcd9d0" : "#f3f1ea");
        svg.Path($"M{x + (wide * 0.2)} -20L{x + (wide * 0.55)} -20L{x + wide} {y}L{x + (wide * 0.45)} {y}Z", "#000", "opacity=\".09\"");
        for (var i = 0; i < 16; i++)
        {
            var at = dice.Part() * y;
            var side = dice.Falls(0.5) ? -1 : 1;
            svg.Path($"M{x + (side * wide * 0.75)} {at}q{-side * wide * 0.6} {3 + (wide * 0.1)} {-side * wide * (0.7 + dice.Part())} {2}q{side * wide * 0.7} {wide * 0.3} {side * wide * 1.2} {wide * 0.18}Z", "#38322e", "opacity=\".85\"");
        }
    }

    private static void Reeds(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Hill(1010, 50, p.Ground, 210);
        for (var i = 0; i < 130; i++)
        {
            var x = dice.Below(1600);
            var tall = dice.Between(60, 170);
            svg.Line($"M{x} 1067q{dice.Between(-10, 14)} {-tall * 0.5} {dice.Between(-26, 34)} {-tall}", dice.Pick(p.Leaves), 3.5, "opacity=\".8\"");
        }
    }

    private static void Cabin(Svg svg, double x, double y)
    {
        svg.Oval(x + 100, y + 150, 190, 26, "#ffd98a", "opacity=\".25\" filter=\"url(#soft)\"");
        svg.Rect(x, y + 50, 200, 100, "#5a2a24").Path($"M{x - 26} {y + 58}L{x + 100} {y - 20}L{x + 226} {y + 58}Z", "#eef4f8");
        svg.Rect(x + 30, y + 80, 46, 40, "#ffd98a").Rect(x + 128, y + 78, 40, 72, "#3c1d19");
        svg.Line($"M{x + 53} {y + 80}v40M{x + 30} {y + 100}h46", "#5a2a24", 4);
        svg.Line($"M{x + 158} {y - 4}q14 -50 -6 -84t20 -70", "#cfe0e8", 12, "opacity=\".3\"");
    }
}
