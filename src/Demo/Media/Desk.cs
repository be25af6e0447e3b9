namespace Tupa.Demo;

/// <summary>What lies on a desk or hangs on a wall: maps, plans, charts, food, leaves, wool, lights, a child's drawing.</summary>
internal static class Desk
{
    public static void Map(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, "#eae4d3");
        for (var i = 0; i < 7; i++) svg.Oval(dice.Below(1600), dice.Below(1067), dice.Between(120, 260), dice.Between(90, 190), "#cfe0b4", "opacity=\".8\"");
        svg.Path($"M-20 {dice.Between(600, 720)}Q300 520 620 660T1160 560T1640 700V1090H-20Z", "#a9cfe0").Path($"M-20 780Q340 640 640 780T1200 690T1640 820V1090H-20Z", "#93c0d6");
        for (var i = 0; i < 90; i++) svg.Rect(dice.Below(1560), dice.Below(560), dice.Between(18, 52), dice.Between(16, 40), dice.Pick(["#c9a58a", "#b98f78", "#d3b9a0"]), "stroke=\"#8f6f58\" stroke-width=\"1.5\"");
        for (var i = 0; i < 5; i++)
        {
            var y = 70 + (i * 112);
            var x = 130 + (i * 340) + dice.Below(90);
            svg.Line($"M-20 {y}Q500 {y + dice.Between(-30, 40)} 900 {y + 14}T1640 {y + dice.Between(-30, 30)}", "#fff", i == 2 ? 26 : 15);
            svg.Line($"M{x} -20Q{x + dice.Between(-40, 40)} 280 {x + dice.Between(-70, 70)} 590", "#fff", 15);
        }

        svg.Hill(880, 26, "#eae4d3", 400);
        for (var i = 0; i < 16; i++) svg.Rect(dice.Below(1560), dice.Between(950, 1040), dice.Between(18, 52), dice.Between(16, 36), "#c9a58a", "stroke=\"#8f6f58\" stroke-width=\"1.5\"");
        svg.Line($"M-20 915Q800 890 1640 925", "#fff", 15).Line($"M760 420Q800 600 860 900", "#fff", 26).Line($"M760 420Q800 600 860 900", "#a01530", 9);
        svg.Line($"M180 380Q480 300 760 420M860 900Q1100 900 1400 912", "#a01530", 9, "stroke-dasharray=\"26 18\"");
        foreach (var (x, y, number) in ((int, int, string)[])[(330, 330, "1"), (740, 620, "2"), (1190, 830, "3")])
        {
            svg.Circle(x, y, 34, "#a01530").Words(x, y + 14, 38, "#fff", number, "text-anchor=\"middle\" font-weight=\"bold\"");
        }

        svg.Rect(1260, 40, 300, 130, "#ffffff", "opacity=\".92\" rx=\"10\"").Line($"M1290 85h80", "#a01530", 9, "stroke-dasharray=\"26 18\"").Words(1390, 96, 28, "#182624", "kiertoreitti").Rect(1290, 116, 80, 26, "#a9cfe0").Words(1390, 140, 28, "#182624", "vesialue");
        _ = p;
    }

    public static void Plan(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, "#faf6ea");
        for (var x = 0; x < 1600; x += 50) svg.Rect(x, 0, 1, Svg.Height, "#ddd4c6");
        for (var y = 0; y < 1067; y += 50) svg.Rect(0, y, Svg.Width, 1, "#ddd4c6");
        string[] fills = ["#f2d88a", "#e9b872", "#c9e0a8", "#d9b3c9", "#f2d88a", "#b9d6e2"];
        string[] marks = ["AO", "AK", "VP", "Y", "AP", "VL"];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var kind = dice.Below(fills.Length);
                var x = 60 + (column * 385);
                var y = 60 + (row * 325);
                var skew = dice.Between(-25, 25);
                svg.Path($"M{x} {y}L{x + 320} {y + skew}L{x + 330} {y + 265}L{x + skew} {y + 255}Z", fills[kind], "stroke=\"#3a3a3a\" stroke-width=\"4\"");
                svg.Words(x + 34, y + 64, 44, "#2b2b2b", marks[kind], "font-weight=\"bold\"");
                for (var h = 0; h < (marks[kind][0] == 'V' ? 0 : 4); h++) svg.Rect(x + 40 + (h % 2 * 150), y + 100 + (h / 2 * 80), dice.Between(70, 120), 46, "#b5584a", "opacity=\".75\" stroke=\"#5a2a24\" stroke-width=\"3\"");
                for (var t = 0; t < (marks[kind][0] == 'V' ? 16 : 4); t++) svg.Circle(x + dice.Between(30, 300), y + dice.Between(80, 240), dice.Between(12, 24), "#6f9f5a", "opacity=\".75\" stroke=\"#3f6a35\" stroke-width=\"2\"");
            }
        }

        svg.Circle(1480, 960, 60, "#fff", "stroke=\"#2b2b2b\" stroke-width=\"5\"").Path($"M1480 905l22 80l-22 -16l-22 16Z", "#2b2b2b").Words(1480, 896, 34, "#2b2b2b", "P", "text-anchor=\"middle\" font-weight=\"bold\"");
        _ = p;
    }

    public static void Chart(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, "#f6f2ea").Rect(90, 90, 1420, 887, "#fff", "rx=\"24\"");
        for (var i = 0; i <= 5; i++) svg.Rect(190, 210 + (i * 130), 1240, 2, "#ddd4c6").Words(170, 222 + (i * 130), 28, "#4a5855", $"{(5 - i) * 20}", "text-anchor=\"end\"");
        string[] months = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys"];
        string[] bars = p.Snow ? ["#1b5285", "#7fb0d6"] : p.Sun == Palette.Autumn.Sun ? ["#8a4b00", "#e8b64c"] : ["#12524e", "#86d1c3"];
        var line = "";
        var turn = dice.Part() * 6;
        for (var i = 0; i < 9; i++)
        {
            var x = 220 + (i * 136);
            var value = 190 + (Math.Sin((i / 1.6) + turn) * 130) + (i * 22) + dice.Below(110);
            svg.Rect(x, 860 - value, 74, value, bars[0], "rx=\"8\"").Rect(x + 22, 860 - (value * 0.55), 30, value * 0.55, bars[1], "rx=\"6\"").Words(x + 37, 905, 25, "#4a5855", months[i], "text-anchor=\"middle\"");
            line += FormattableString.Invariant($"{(i == 0 ? "M" : "L")}{x + 37} {800 - (value * 0.82) - dice.Below(60):0}");
        }

        svg.Open($"fill=\"none\" stroke=\"#a01530\" stroke-width=\"7\"").Line($"M190 860H1430", "#4a5855", 4);
        svg.Trend(line);
        svg.Close();
    }

    public static void Food(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, "#8d6844");
        for (var i = 0; i < 46; i++) svg.Rect(0, i * 24, Svg.Width, dice.Between(2, 9), "#6d4c33", "opacity=\".28\"");
        svg.Oval(610, 590, 420, 400, "#000", "opacity=\".25\" filter=\"url(#soft)\"").Circle(600, 540, 390, "#f6f2ea").Circle(600, 540, 300, "#e9e2d4");
        var soup = dice.Pick(["#e9b45c", "#f0dcb8", "#c9592e", "#8aa84f"]);
        svg.Circle(600, 540, 285, soup);
        for (var i = 0; i < 26; i++) svg.Oval(dice.Between(400, 800), dice.Between(340, 740), dice.Between(22, 46), dice.Between(16, 32), dice.Pick(["#f5a38a", "#f2e3b0", "#e07a3a", "#fff3d8"]), "opacity=\".95\"");
        for (var i = 0; i < 70; i++) svg.Oval(dice.Between(390, 810), dice.Between(330, 750), 9, 3, "#4f7a2c", $"transform=\"rotate({dice.Below(180)} 600 540)\"");
        svg.Circle(1220, 350, 200, "#000", "opacity=\".22\" filter=\"url(#soft)\"").Circle(1210, 330, 190, "#5a3f2a").Circle(1210, 330, 174, "#6d4c33");
        for (var i = 0; i < 3; i++) svg.Rect(1120 + (i * 62), 220, 50, 220, "#3f2a1c", "rx=\"20\"");
        svg.Circle(1240, 800, 120, "#f6f2ea").Circle(1240, 800, 92, p.Sun == Palette.Autumn.Sun ? "#8a1c2e" : "#6d3f8a").Line($"M1090 120", "#fff", 1);
        svg.Rect(100, 300, 26, 500, "#cfd3d6", "rx=\"13\"").Oval(113, 290, 40, 70, "#cfd3d6");
    }

    public static void Lights(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade("#1a1430", "#3f2a4a", "#6d3f45"));
        for (var i = 0; i < 60; i++) svg.Circle(dice.Below(1600), dice.Below(1067), dice.Between(20, 90), dice.Pick(["#ffd98a", "#ff9f6b", "#f5c2d0", "#8fd6e0"]), "opacity=\".22\"");
        for (var row = 0; row < 3; row++)
        {
            svg.Line($"M-20 {110 + (row * 110)}Q800 {360 + (row * 120)} 1620 {110 + (row * 110)}", "#120c20", 5);
            for (var i = 0; i < 22; i++)
            {
                var t = i / 21.0;
                var x = -20 + (1640 * t);
                var y = 110 + (row * 110) + (4 * t * (1 - t) * (125 + (row * 5)));
                svg.Circle(x, y + 18, 46, "#ffd98a", "opacity=\".5\" filter=\"url(#soft)\"").Oval(x, y + 20, 12, 17, "#fff3cf");
            }
        }

        for (var i = 0; i < 16; i++)
        {
            var x = 50 + (i * 102);
            var y = 820 + dice.Below(70);
            svg.Circle(x, y, 42, "#120c20").Path($"M{x - 80} 1080q0 -200 80 -200t80 200Z", "#120c20");
        }

        _ = p;
    }

    public static void Wool(Svg svg, Palette p)
    {
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade("#f0e2cf", "#d9bf9a"));
        string[] wools = ["#a01530", "#12524e", "#e8b64c", "#1b5285", "#d9cbb8"];
        for (var i = 0; i < 5; i++)
        {
            var x = 240 + (i * 275);
            var y = i % 2 == 0 ? 640 : 460;
            svg.Oval(x + 14, y + 150, 190, 46, "#000", "opacity=\".22\" filter=\"url(#soft)\"").Circle(x, y, 180, wools[i]);
            for (var t = 0; t < 26; t++) svg.Oval(x, y, 176, 30 + (t % 13 * 11), "none", $"stroke=\"{(t % 2 == 0 ? "#fff" : "#000")}\" stroke-width=\"4\" opacity=\".16\" transform=\"rotate({t * 23} {x} {y})\"");
        }

        svg.Line($"M360 980L1150 180M1240 990L520 170", "#7a5232", 16).Circle(1150, 180, 22, "#5a3f2a").Circle(520, 170, 22, "#5a3f2a");
        _ = p;
    }

    public static void Drawing(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, "#fdfaf2");
        string[] crayons = ["#d9482b", "#2f7fc0", "#e8b023", "#3f9a4a", "#8a4ab0", "#e0729a"];
        for (var i = 0; i < 70; i++) svg.Line($"M{dice.Below(1500)} {30 + dice.Below(180)}q60 {dice.Between(-22, 22)} 130 0", "#7fbbe6", 15, "opacity=\".5\"");
        for (var i = 0; i < 150; i++) svg.Line($"M{i * 11} {870 + dice.Below(150)}q{dice.Between(-8, 12)} -40 {dice.Between(-18, 22)} -{dice.Between(50, 110)}", "#4fa34a", 11, "opacity=\".75\"");
        svg.Circle(1400, 170, 95, "#ffcf33");
        for (var i = 0; i < 12; i++) svg.Line($"M{1400 + (Math.Cos(i * 0.52) * 125)} {170 + (Math.Sin(i * 0.52) * 125)}L{1400 + (Math.Cos(i * 0.52) * 190)} {170 + (Math.Sin(i * 0.52) * 190)}", "#f0a81f", 13);
        var house = dice.Between(120, 260);
        svg.Path($"M{house} 520L{house + 8} 880L{house + 400} 872L{house + 392} 512Z", dice.Pick(crayons), "opacity=\".75\"").Path($"M{house - 50} 526L{house + 190} 300L{house + 450} 520Z", dice.Pick(crayons));
        svg.Rect(house + 60, 580, 100, 96, "#ffe88a", "stroke=\"#444\" stroke-width=\"9\"").Line($"M{house + 110} 580v96M{house + 60} 628h100", "#444", 8).Rect(house + 240, 680, 100, 192, "#7a4a26");
        for (var child = 0; child < 3; child++)
        {
            var x = 740 + (child * 170);
            var colour = crayons[(child * 2) + 1];
            svg.Circle(x, 640, 48, "#f6d3b4", "stroke=\"#444\" stroke-width=\"7\"").Line($"M{x} 690v110M{x} 800l-40 90M{x} 800l40 90M{x - 70} {dice.Between(690, 740)}L{x} 720L{x + 70} {dice.Between(690, 740)}", colour, 16);
            svg.Circle(x - 16, 632, 6, "#333").Circle(x + 16, 632, 6, "#333").Line($"M{x - 18} 656q18 16 36 0", "#d9482b", 6);
        }

        svg.Rect(1310, 600, 46, 290, "#8a5a33").Circle(1330, 540, 130, "#3f9a4a", "opacity=\".85\"").Circle(1270, 600, 90, "#57b04f", "opacity=\".85\"").Circle(1400, 600, 95, "#57b04f", "opacity=\".85\"");
        for (var i = 0; i < 9; i++) svg.Circle(1270 + dice.Below(140), 480 + dice.Below(150), 15, "#d9482b");
        _ = p;
    }

    public static void Screens(Svg svg, Palette p)
    {
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade("#d3dedb", "#f6f2ea")).Rect(0, 800, Svg.Width, 267, "#a67c52").Rect(0, 800, Svg.Width, 14, "#000", "opacity=\".12\"");
        svg.Rect(380, 180, 840, 520, "#22302d", "rx=\"22\"").Rect(405, 205, 790, 470, "#f6f2ea", "rx=\"6\"").Rect(405, 205, 790, 60, "#0b3330").Rect(740, 700, 120, 90, "#39504b").Rect(620, 780, 360, 26, "#39504b", "rx=\"13\"");
        for (var i = 0; i < 3; i++)
        {
            svg.Rect(440, 295 + (i * 122), 500, 100, "#fff", "rx=\"10\"").Circle(490, 345 + (i * 122), 26, svg.Dice.Pick(["#12524e", "#c58b2b", "#1b5285", "#a01530"]));
            svg.Rect(535, 320 + (i * 122), 260, 16, "#182624", "rx=\"8\"").Rect(535, 350 + (i * 122), 360, 12, "#b2b8b4", "rx=\"6\"").Rect(535, 374 + (i * 122), 300, 12, "#d0d4d0", "rx=\"6\"");
        }

        svg.Rect(970, 295, 195, 344, "#e3ece9", "rx=\"10\"").Rect(470, 860, 560, 70, "#2f3f3b", "rx=\"14\"").Oval(1120, 895, 46, 62, "#2f3f3b");
        svg.Path($"M1300 740h130l-14 150h-102Z", "#a01530").Line($"M1428 770q60 10 30 70q-14 20 -38 20", "#a01530", 16).Line($"M1340 720q-14 -40 6 -70t-4 -70M1390 720q-14 -40 6 -70t-4 -70", "#fff", 9, "opacity=\".7\"");
        svg.Path($"M150 800q10 -160 -60 -260q130 30 110 180q60 -120 140 -130q-70 70 -90 210Z", p.Middle).Path($"M110 790h210l-26 130H136Z", "#c9654a");
    }
}
