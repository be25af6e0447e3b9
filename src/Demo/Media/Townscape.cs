namespace Tupa.Demo;

/// <summary>The bridge, the school, the library, the town hall, the market, the street and the rink.</summary>
internal static class Townscape
{
    public static void Bridge(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, 640, svg.Fade(p.Sky));
        svg.Circle(dice.Between(300, 1300), 300, 150, p.Sun, "opacity=\".4\" filter=\"url(#haze)\"");
        svg.FarForest(620, 80, p.Far);
        for (var i = 0; i < 9; i++)
        {
            var x = 60 + (i * 175) + dice.Below(60);
            var tall = dice.Between(50, 130);
            svg.Rect(x, 625 - tall, dice.Between(70, 120), tall + 20, dice.Pick(["#c8b7a2", "#b5584a", "#d9cfc0", "#e0b96b", "#9fb0b5"]));
        }

        svg.Rect(0, 640, Svg.Width, 430, svg.Fade(p.Water));
        svg.Open("opacity=\".3\"").Rect(0, 700, Svg.Width, 26, "#23363d").Close();
        foreach (var pier in (int[])[330, 800, 1270])
        {
            svg.Path($"M{pier - 34} 560L{pier - 46} 860L{pier + 46} 860L{pier + 34} 560Z", "#8f8a80");
            svg.Path($"M{pier + 4} 560L{pier + 6} 860L{pier + 46} 860L{pier + 34} 560Z", "#000", "opacity=\".16\"");
            svg.Oval(pier, 862, 70, 12, "#1f3038", "opacity=\".35\"");
        }

        svg.Path($"M-20 520Q800 430 1620 520L1620 566Q800 478 -20 566Z", "#3a5a60");
        svg.Path($"M-20 560Q800 472 1620 560L1620 578Q800 492 -20 578Z", "#223c42");
        foreach (var pier in (int[])[330, 1270])
        {
            svg.Rect(pier - 12, 150, 24, 390, "#e9e2d4").Rect(pier + 2, 150, 10, 390, "#000", "opacity=\".12\"");
            for (var i = 1; i <= 8; i++)
            {
                svg.Line($"M{pier} {165 + (i * 10)}L{pier - (i * 44)} {522 - (i * 2)}M{pier} {165 + (i * 10)}L{pier + (i * 54)} {518 - (i * 5)}", p.Sky[0] == "#2f3f73" ? "#e9e2d4" : "#64777b", 3, "opacity=\".8\"");
            }
        }

        for (var x = 10; x < 1600; x += 38) svg.Line($"M{x} {515 - (Math.Sin(Math.PI * x / 1600) * 45)}v-34", "#f4efe4", 4);
        svg.Path($"M-20 484Q800 396 1620 484L1620 490Q800 402 -20 490Z", "#f4efe4");
        for (var i = 0; i < 60; i++) svg.Rect(dice.Below(1600), dice.Between(760, 1050), dice.Between(40, 160), 3, "#fff", "opacity=\".16\"");
        if (p.Snow) Nature.Drifts(svg, 990);
        if (dice.Falls(0.5)) Crane(svg, 980);
    }

    public static void School(Svg svg, Palette p) => House(svg, p, "#c9654a", 7, "KOULU", false);

    public static void Library(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade("#f3e7d2", "#e6d3b3"));
        for (var shelf = 0; shelf < 4; shelf++)
        {
            var y = 90 + (shelf * 210);
            for (double x = 40; x < 1010;)
            {
                var wide = dice.Between(14, 42);
                var tall = dice.Between(110, 168);
                var colour = dice.Pick(["#12524e", "#a01530", "#c58b2b", "#1b5285", "#6b4a7a", "#d9cbb0", "#3c5f12", "#8a4b00", "#b5584a"]);
                var lean = dice.Falls(0.06) ? 5 : 0;
                svg.Rect(x, y + 176 - tall, wide, tall, colour, $"rx=\"2\" transform=\"rotate({lean} {(int)x} {y + 176})\"");
                svg.Rect(x + (wide * 0.2), y + 196 - tall, wide * 0.6, 7, "#f6f2ea", "opacity=\".7\"");
                x += wide + (lean > 0 ? 22 : 2);
            }

            svg.Rect(20, y + 176, 1010, 18, "#7a5232").Rect(20, y + 190, 1010, 8, "#000", "opacity=\".18\"");
        }

        svg.Rect(1090, 70, 440, 560, "#5a3f2a").Rect(1110, 90, 400, 520, svg.Fade(p.Sky));
        svg.Open("transform=\"translate(890 -10) scale(.4)\"");
        Nature.Spruce(svg, 800, 1520, 620, p.Near, p.Snow);
        Nature.Spruce(svg, 1250, 1520, 820, p.Near, p.Snow);
        svg.Close();
        svg.Rect(1302, 90, 16, 520, "#5a3f2a").Rect(1110, 340, 400, 14, "#5a3f2a");
        svg.Rect(0, 930, Svg.Width, 140, "#b98d5e").Rect(0, 930, Svg.Width, 10, "#000", "opacity=\".12\"");
        svg.Path($"M1150 760q10 -70 90 -70h150q80 0 90 70v190h-330Z", "#12524e").Rect(1120, 800, 390, 110, "#1c6a64", "rx=\"34\"");
        svg.Line($"M1060 950V560", "#2b2b2b", 9).Path($"M1000 570L1030 470H1095L1125 570Z", "#e8b64c");
        svg.Circle(1062, 600, 170, "#ffe9b0", "opacity=\".35\" filter=\"url(#haze)\"");
        svg.Oval(1062, 952, 60, 10, "#2b2b2b");
    }

    public static void TownHall(Svg svg, Palette p) => House(svg, p, "#e3cfa6", 9, "KAUPUNGINTALO", true);

    public static void Museum(Svg svg, Palette p) => House(svg, p, "#8a3b30", 6, "MUSEO", false);

    public static void Market(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade(p.Sky));
        Row(svg, p, 620);
        svg.Rect(0, 640, Svg.Width, 430, p.Snow ? "#e4ebf0" : "#b9ab98");
        for (var i = 0; i < 260; i++) svg.Rect(dice.Below(1600), dice.Between(650, 1060), dice.Between(20, 46), 8, "#000", "opacity=\".05\" rx=\"4\"");
        for (var stall = 0; stall < 4; stall++)
        {
            var x = 70 + (stall * 390);
            var y = 640 + (stall % 2 * 70);
            var colour = dice.Pick(["#c0392f", "#12524e", "#c58b2b", "#1b5285", "#6b4a7a"]);
            svg.Oval(x + 150, y + 300, 190, 18, "#000", "opacity=\".16\"");
            svg.Rect(x + 6, y, 12, 300, "#6d4c33").Rect(x + 290, y, 12, 300, "#6d4c33").Rect(x, y + 150, 308, 120, "#8d6844");
            for (var stripe = 0; stripe < 8; stripe++)
            {
                svg.Path($"M{x - 16 + (stripe * 42.5)} {y + 40}L{x + 10 + (stripe * 36)} {y - 60}h36L{x + 26.5 + (stripe * 42.5)} {y + 40}q-21 34 -42.5 0Z", stripe % 2 == 0 ? colour : "#f6f2ea");
            }

            for (var i = 0; i < 26; i++)
            {
                svg.Circle(x + 20 + (i % 13 * 22), y + 140 - (i / 13 * 17), 12, dice.Pick(["#d9482b", "#e8b64c", "#7fae4a", "#8a2f5a", "#f0a03a"]));
            }
        }
    }

    public static void Street(Svg svg, Palette p)
    {
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade(p.Sky));
        Row(svg, p, 600);
        var road = p.Snow ? "#c9d5de" : "#7d7f82";
        svg.Rect(0, 610, Svg.Width, 460, p.Snow ? "#eaf1f5" : "#a9a294");
        svg.Path($"M640 640H960L1500 1080H100Z", road);
        for (var i = 0; i < 6; i++) svg.Path($"M{797 - i} {660 + (i * i * 13)}h{6 + (i * 3)}l{1 + i} {18 + (i * 8)}h-{9 + (i * 4)}Z", "#f6f2ea", "opacity=\".8\"");
        foreach (var (x, tall) in ((int, int)[])[(180, 430), (1420, 430), (520, 230), (1080, 230)])
        {
            svg.Line($"M{x} {640 + (tall * 0.55)}V{640 - (tall * 0.65)}q0 -30 {(x < 800 ? 40 : -40)} -34", "#3b4247", tall / 38.0);
            svg.Circle(x + (x < 800 ? 44 : -44), 640 - (tall * 0.72), tall / 14.0, "#fff0c0", "filter=\"url(#soft)\"");
        }

        if (p.Snow) Plough(svg);
        else svg.Path($"M1010 770h170l40 60h40v60h-290v-90Z", "#1b5285").Circle(1040, 890, 30, "#22272a").Circle(1200, 890, 30, "#22272a");
        Snowfall(svg, p);
    }

    public static void Rink(Svg svg, Palette p)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade(p.Sky));
        svg.FarForest(520, 130, p.Middle);
        Nature.Drifts(svg, 560);
        svg.Path($"M150 620H1450L1640 1080H-40Z", "#dcebf5").Path($"M150 620H1450L1458 640H142Z", "#f8fbfd");
        svg.Path($"M120 560H1480L1486 624H114Z", "#f8fbfd").Rect(118, 606, 1366, 12, "#c0392f");
        svg.Line($"M800 630V1067", "#c0392f", 12, "opacity=\".55\"").Oval(800, 830, 250, 90, "none", "stroke=\"#1b5285\" stroke-width=\"9\" opacity=\".6\"");
        for (var i = 0; i < 60; i++) svg.Line($"M{dice.Below(1600)} {dice.Between(660, 1050)}q{dice.Between(40, 160)} {dice.Between(-30, 30)} {dice.Between(120, 300)} {dice.Between(-14, 14)}", "#fff", 3, "opacity=\".7\"");
        string[] coats = ["#c0392f", "#e8b64c", "#12524e", "#6b4a7a", "#1b5285", "#e07a3a"];
        for (var i = 0; i < 7; i++) Skater(svg, 230 + (i * 190), 720 + (dice.Below(5) * 55), dice.Pick(coats));
        Snowfall(svg, p);
    }

    public static void Snowfall(Svg svg, Palette p)
    {
        if (!p.Snow) return;
        for (var i = 0; i < 220; i++) svg.Circle(svg.Dice.Below(1600), svg.Dice.Below(1067), 1.5 + (svg.Dice.Part() * 4.5), "#fff", "opacity=\".8\"");
    }

    private static void Skater(Svg svg, double x, double y, string coat)
    {
        svg.Oval(x, y + 128, 44, 8, "#5c7890", "opacity=\".35\"").Line($"M{x - 8} {y + 66}l-22 54M{x + 8} {y + 66}l26 46", "#23303a", 15);
        svg.Line($"M{x - 46} {y + 124}h34M{x + 24} {y + 116}h32", "#7b8a94", 6).Path($"M{x - 28} {y + 78}q-4 -74 28 -76t28 76Z", coat);
        svg.Line($"M{x - 20} {y + 24}l-40 26M{x + 20} {y + 24}l42 12", coat, 14).Circle(x, y - 18, 22, "#f0cdb0");
        svg.Path($"M{x - 24} {y - 20}q2 -32 24 -32t24 32Z", "#2c3e50").Circle(x, y - 54, 8, "#fff");
    }

    private static void Plough(Svg svg)
    {
        svg.Oval(860, 950, 260, 24, "#5c7890", "opacity=\".4\"");
        svg.Path($"M760 700h190q20 0 24 24l14 116h150v90H720V740q0 -40 40 -40Z", "#e8952a").Path($"M786 724h140l16 106H786Z", "#cfe4ee");
        svg.Circle(800, 930, 58, "#22272a").Circle(800, 930, 24, "#e8952a").Circle(1080, 930, 58, "#22272a").Circle(1080, 930, 24, "#e8952a");
        svg.Path($"M600 830q70 60 40 140l-36 10q-70 -70 -44 -140Z", "#a33a2a").Line($"M640 900H740", "#333", 18);
        svg.Circle(850, 690, 14, "#ffb020").Circle(850, 690, 44, "#ffb020", "opacity=\".4\" filter=\"url(#soft)\"");
        for (var i = 0; i < 26; i++) svg.Circle(400 + svg.Dice.Below(200), 840 + svg.Dice.Below(150), 12 + svg.Dice.Below(34), "#fff", "opacity=\".75\"");
    }

    private static void Crane(Svg svg, double x)
    {
        svg.Rect(x, 90, 22, 400, "#e8b64c").Rect(x - 130, 90, 470, 18, "#e8b64c").Line($"M{x + 280} 108V300", "#333", 3).Rect(x + 250, 300, 60, 24, "#8f8a80");
        svg.Line($"M{x + 10} 40L{x - 120} 92M{x + 10} 40L{x + 320} 92M{x + 10} 40V90", "#b98a2f", 5);
    }

    private static void Row(Svg svg, Palette p, double ground)
    {
        string[] walls = ["#d8a65f", "#b5584a", "#e7dcc6", "#8fa6a0", "#c98a6a", "#d9c9a0", "#94584a"];
        for (double x = -30; x < 1620;)
        {
            var wide = svg.Dice.Between(150, 250);
            var tall = svg.Dice.Between(200, 370);
            svg.Rect(x, ground - tall, wide, tall + 14, svg.Dice.Pick(walls));
            svg.Path($"M{x - 10} {ground - tall}L{x + (wide / 2)} {ground - tall - 80}L{x + wide + 10} {ground - tall}Z", p.Snow ? "#f2f7fa" : "#5a4a44");
            for (var floor = 0; floor < (tall - 60) / 90; floor++)
            {
                for (var w = 0; w < 3; w++) svg.Rect(x + (wide * (0.14 + (w * 0.28))), ground - tall + 34 + (floor * 90), wide * 0.17, 52, svg.Dice.Falls(0.4) ? "#ffe6a6" : "#425962", "stroke=\"#f6f2ea\" stroke-width=\"5\"");
            }

            x += wide + 4;
        }
    }

    private static void House(Svg svg, Palette p, string wall, int windows, string sign, bool tower)
    {
        var dice = svg.Dice;
        svg.Rect(0, 0, Svg.Width, Svg.Height, svg.Fade(p.Sky));
        for (var i = 0; i < 4; i++) svg.Oval(dice.Below(1600), dice.Between(70, 260), dice.Between(120, 260), dice.Between(16, 34), "#fff", "opacity=\".4\" filter=\"url(#soft)\"");
        svg.FarForest(700, 170, p.Far);
        svg.Hill(770, 14, p.Ground, 400);
        if (tower) svg.Rect(720, 130, 160, 330, wall).Path($"M700 140L800 20L900 140Z", p.Snow ? "#f2f7fa" : "#2f5f58").Circle(800, 210, 46, "#f6f2ea").Line($"M800 210V180M800 210l22 12", "#333", 6);
        svg.Path($"M170 410L250 290H1350L1430 410Z", p.Snow ? "#eff5f9" : "#4f4440").Rect(200, 405, 1200, 390, wall).Rect(200, 405, 1200, 24, "#000", "opacity=\".12\"");
        var step = 1200.0 / windows;
        for (var floor = 0; floor < 2; floor++)
        {
            for (var w = 0; w < windows; w++)
            {
                if (floor == 1 && w == windows / 2) continue;
                var x = 200 + (step * (w + 0.5)) - 45;
                svg.Rect(x, 460 + (floor * 165), 90, 105, dice.Falls(0.35) ? "#ffe6a6" : "#4d6a76", "stroke=\"#f6f2ea\" stroke-width=\"9\"");
                svg.Line($"M{x + 45} {460 + (floor * 165)}v105M{x} {500 + (floor * 165)}h90", "#f6f2ea", 5);
            }
        }

        var door = 200 + (step * ((windows / 2) + 0.5));
        svg.Rect(door - 60, 625, 120, 170, "#123f3c").Rect(door - 5, 625, 6, 170, "#f6f2ea").Path($"M{door - 95} 625L{door} 575L{door + 95} 625Z", p.Snow ? "#eff5f9" : "#4f4440");
        svg.Words(door, 450, 38, "#f6f2ea", sign, "text-anchor=\"middle\" letter-spacing=\"9\" font-weight=\"bold\"");
        svg.Path($"M{door - 70} 795h140L{door + 300} 1080H{door - 300}Z", p.Path);
        svg.Line($"M1490 800V330", "#f6f2ea", 9).Path($"M1490 335h-130v84h130Z", "#fff").Path($"M1490 366h-130v22h130ZM1440 335h-22v84h22Z", "#1b5285");
        Nature.Spruce(svg, 90, 900, 470, p.Near, p.Snow);
        if (!p.Snow) for (var i = 0; i < 60; i++) svg.Circle(dice.Below(1600), dice.Between(840, 1050), 7, dice.Pick(p.Leaves), "opacity=\".7\"");
        Snowfall(svg, p);
    }
}
