using System.CommandLine;
using Tupa.Bench;

var people = new Option<int>("--people") { Description = "5000, 50000 or 500000.", DefaultValueFactory = _ => 5_000 };
people.AcceptOnlyFromAmong("5000", "50000", "500000");
var database = new Option<string>("--database") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
database.AcceptOnlyFromAmong("sqlite", "postgres");
var seconds = new Option<double>("--seconds") { Description = "How long each number is measured.", DefaultValueFactory = _ => 4 };
var quick = new Option<bool>("--quick") { Description = "One second each, and 8 connections only: to see whether a change helped." };
var only = new Option<string?>("--only") { Description = "Only the scenes whose name begins so; nothing is written down." };
var prepare = new Option<bool>("--prepare") { Description = "Only fill the house; the next run measures at once." };
var scim = new Option<bool>("--scim") { Description = "Only the directory: fills an empty house by SCIM and says how long it took; nothing is written down. With --quick 500 users instead of 5,000." };
var feed = new Option<bool>("--feed") { Description = "Only an import: the schools deliver --people people to an empty house, twice and a month later; nothing is written down." };
var audit = new Option<bool>("--audit") { Description = "Only the audit log: what it costs a write and a view, how fast --rows rows are sealed and verified; nothing is written down." };
var rows = new Option<int>("--rows") { Description = "How many rows the log has, with --audit.", DefaultValueFactory = _ => 1_000_000 };
var folder = new Option<string>("--folder") { Description = "Where the filled houses are kept.", DefaultValueFactory = _ => "var/bench" };
var app = new Option<string>("--app") { Description = "The published server.", DefaultValueFactory = _ => "var/app" };

var root = new RootCommand("""
    Fills a house, starts the real server and measures it from another process, each page beside a floor: a bare endpoint that
    reads the session row, runs the page's slowest statement and gzips as many bytes. The numbers go to docs/performance.md.
    """) { people, database, seconds, quick, only, prepare, scim, feed, audit, rows, folder, app };
root.SetAction((result, stop) => (result.GetValue(audit) ? (order, end) => AuditRound.RunAsync(order, result.GetValue(rows), end) : result.GetValue(scim) ? ScimRound.RunAsync : result.GetValue(feed) ? FeedRound.RunAsync : (Func<BenchOrder, CancellationToken, Task<int>>)Round.RunAsync)(new(
    result.GetValue(people),
    result.GetValue(database)!,
    result.GetValue(quick) ? 1 : result.GetValue(seconds),
    result.GetValue(quick),
    result.GetValue(only),
    result.GetValue(prepare),
    Path.GetFullPath(result.GetValue(folder)!),
    Path.GetFullPath(result.GetValue(app)!)), stop));

var plan = new Argument<string>("plan");
var floor = new Command("floor", "Serves the floor; the bench starts it.") { plan };
floor.Hidden = true;
floor.SetAction((result, stop) => FloorHost.RunAsync(result.GetValue(plan)!, stop));
root.Subcommands.Add(floor);

return await root.Parse(args).InvokeAsync();
