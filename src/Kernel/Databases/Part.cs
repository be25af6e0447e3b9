using System.Linq.Expressions;

namespace Tupa.Kernel;

/// <summary>
/// A part of questions, written once: the audience function, a name, who is at the door. <see cref="In"/> asks it by itself, in a
/// query that is built as it goes; <see cref="Compiled{TQuery}"/> puts the very same expression into a statement that is compiled once.
/// </summary>
/// <param name="said">What stands for the part wherever it is asked. Other parts may stand in it.</param>
public sealed class Part<TQuestion>(Expression<TQuestion> said) : IPart where TQuestion : Delegate
{
    private readonly Expression<TQuestion> _whole = Parts.Filled(said);
    private TQuestion? _in;

    /// <summary>The part as a function: <c>Audience.VisibleTo.In(db, me, now)</c>, the same words inside and outside of a statement.</summary>
    public TQuestion In => _in ??= _whole.Compile();

    LambdaExpression IPart.Whole => _whole;
}

internal interface IPart
{
    LambdaExpression Whole { get; }
}

/// <summary>Puts parts into the expression in which they are asked: a compiled statement cannot call them.</summary>
internal sealed class Parts : ExpressionVisitor
{
    public static Expression<TQuestion> Filled<TQuestion>(Expression<TQuestion> question) => (Expression<TQuestion>)new Parts().Visit(question);

    protected override Expression VisitInvocation(InvocationExpression node)
    {
        if (node.Expression is not MemberExpression { Member.Name: nameof(Part<Action>.In), Expression: { } asked } || !typeof(IPart).IsAssignableFrom(asked.Type))
            return base.VisitInvocation(node);

        var whole = Expression.Lambda<Func<IPart>>(asked).Compile(preferInterpretation: true)().Whole;
        var given = whole.Parameters.Zip(node.Arguments.Select(Visit)).ToDictionary(p => p.First, p => p.Second!);
        return new Given(given).Visit(whole.Body);
    }

    /// <summary>What is given, in the place of the part's own names. A part that stands twice in a question has names of its own each time.</summary>
    private sealed class Given(Dictionary<ParameterExpression, Expression> given) : ExpressionVisitor
    {
        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            var names = node.Parameters.Select(p => Expression.Parameter(p.Type, p.Name)).ToList();
            foreach (var (old, own) in node.Parameters.Zip(names)) given[old] = own;
            return Expression.Lambda<T>(Visit(node.Body), node.Name, node.TailCall, names);
        }

        protected override Expression VisitParameter(ParameterExpression node) => given.GetValueOrDefault(node, node);
    }
}
