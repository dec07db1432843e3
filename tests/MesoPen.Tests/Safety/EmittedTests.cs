using System.Reflection;
using System.Reflection.Emit;

namespace MesoPen.Tests.Safety;

/// <summary>A test class made at run time, for the reader of tests: written here it would be run, or refused by the analyzers.</summary>
internal sealed class EmittedTests
{
    private readonly TypeBuilder _type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("MadeUp"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("MadeUp").DefineType("MesoPen.MadeUp.SomeTests", TypeAttributes.Public);

    public EmittedTests() => _type.SetCustomAttribute(Of(typeof(TraitAttribute), [ReflectedTests.Trait, "SR-001"]));

    /// <summary>A test, a property of its attribute set to a value if one is named.</summary>
    public EmittedTests Fact(string name, string? property = null, object? value = null) =>
        Method(name, Of(typeof(FactAttribute), [null, 0], property, value));

    /// <summary>A test that names a requirement of its own besides that of the class.</summary>
    public EmittedTests FactFor(string name, string requirement) =>
        Method(name, Of(typeof(FactAttribute), [null, 0]), Of(typeof(TraitAttribute), [ReflectedTests.Trait, requirement]));

    /// <summary>A test with one case, a property of which is set.</summary>
    public EmittedTests Theory(string name, string property, object value) =>
        Method(name, Of(typeof(TheoryAttribute), [null, 0]), Of(typeof(InlineDataAttribute), [new object[] { 1 }], property, value));

    public Type Finish() => _type.CreateType();

    private static CustomAttributeBuilder Of(Type attribute, object?[] arguments, string? property = null, object? value = null) => new(
        attribute.GetConstructors().Single(each => each.GetParameters().Length == arguments.Length), arguments,
        property is null ? [] : [attribute.GetProperty(property)!], property is null ? [] : [value]);

    private EmittedTests Method(string name, params CustomAttributeBuilder[] attributes)
    {
        MethodBuilder method = _type.DefineMethod(name, MethodAttributes.Public, typeof(void), []);
        method.GetILGenerator().Emit(OpCodes.Ret);
        Array.ForEach(attributes, method.SetCustomAttribute);
        return this;
    }
}
