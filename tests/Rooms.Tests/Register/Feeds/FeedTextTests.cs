using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class FeedTextTests
{
    [Theory]
    [InlineData(Counted.Dropped, 1, "hylätty kenttä", "förkastat fält", "dropped field")]
    [InlineData(Counted.Dropped, 5, "hylättyä kenttää", "förkastade fält", "dropped fields")]
    [InlineData(Counted.Errors, 1, "virhe", "fel", "error")]
    [InlineData(Counted.NewGroups, 1, "uusi ryhmä", "ny grupp", "new group")]
    [InlineData(Counted.NewGroups, 0, "uutta ryhmää", "nya grupper", "new groups")]
    public void What_a_report_counts_stands_in_the_number_of_its_count(string what, int n, string fi, string sv, string en) =>
        Assert.Equal(new Text(fi, sv, en), FeedText.OfCount(what, n));
}
