//! The changes of a file of code, written into it so that a program chooses one of them when it runs.

use quote::{quote, ToTokens};
use std::collections::BTreeSet;
use syn::{
    parse_quote,
    punctuated::Punctuated,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
    BinOp, Block, Expr, ExprBinary, ExprIf, ExprUnary, ImplItemFn, ItemFn, Macro, ReturnType, Signature,
    Stmt, Token, UnOp,
};

/// One change: where, and what.
#[derive(Clone, Debug)]
pub struct Change {
    /// By which a run chooses it.
    pub number: u32,
    /// The line of the file.
    pub line: usize,
    /// The function in which it stands.
    pub function: String,
    /// What is other than before.
    pub what: String,
}

/// Writes changes into files, numbered in the order in which it finds them.
#[derive(Default)]
pub struct Writer {
    /// What was found so far.
    pub found: Vec<Change>,
    /// Numbers that are counted and not written: with them the code does not compile.
    pub left_out: BTreeSet<u32>,
    first: u32,
    function: Vec<String>,
}

impl Writer {
    /// A writer whose first change has the number `first`.
    pub fn new(first: u32, left_out: BTreeSet<u32>) -> Self {
        Self {
            first,
            left_out,
            ..Self::default()
        }
    }

    /// The code with its changes.
    ///
    /// # Errors
    ///
    /// If it is no code.
    pub fn write(&mut self, code: &str) -> syn::Result<String> {
        let mut file = syn::parse_file(code)?;
        self.visit_file_mut(&mut file);
        Ok(prettyplease::unparse(&file))
    }

    /// Whether the change with this number is carried out, as an expression; nothing if it is left out.
    fn change(&mut self, line: usize, what: impl Into<String>) -> Option<Expr> {
        let number = self.first + u32::try_from(self.found.len()).ok()?;
        self.found.push(Change {
            number,
            line,
            function: self.function.join("::"),
            what: what.into(),
        });
        (!self.left_out.contains(&number)).then(|| parse_quote!(crate::mutation::changed(#number)))
    }

    fn in_function(
        &mut self,
        signature: &Signature,
        block: &mut Block,
        visit: impl FnOnce(&mut Self, &mut Block),
    ) {
        if signature.constness.is_some() {
            return;
        }
        self.function.push(signature.ident.to_string());
        let given = block.to_token_stream().to_string();
        visit(self, block);
        let line = signature.span().start().line;
        for result in results(&signature.output) {
            let text = result.to_token_stream();
            // It gives that anyway.
            if given == quote!({ #result }).to_string() {
                continue;
            }
            if let Some(changed) = self.change(line, format!("gives {text}")) {
                block
                    .stmts
                    .insert(0, parse_quote!(if #changed { return #result; }));
            }
        }
        self.function.pop();
    }

    /// The comparisons that may stand in the place of one.
    fn compared(&mut self, binary: &ExprBinary) -> Option<Expr> {
        let others: &[BinOp] = match binary.op {
            BinOp::Eq(_) => &[parse_quote!(!=)],
            BinOp::Ne(_) => &[parse_quote!(==)],
            BinOp::Lt(_) => &[parse_quote!(<=), parse_quote!(>)],
            BinOp::Le(_) => &[parse_quote!(<), parse_quote!(>)],
            BinOp::Gt(_) => &[parse_quote!(>=), parse_quote!(<)],
            BinOp::Ge(_) => &[parse_quote!(>), parse_quote!(<)],
            _ => return None,
        };
        let (left, right, op) = (&binary.left, &binary.right, &binary.op);
        let mut compared: Expr = parse_quote!(left #op right);
        for other in others {
            let what = format!("{} for {}", other.to_token_stream(), op.to_token_stream());
            if let Some(changed) = self.change(op.span().start().line, what) {
                compared = parse_quote!(if #changed { left #other right } else { #compared });
            }
        }
        Some(parse_quote!((match (&(#left), &(#right)) { (left, right) => #compared })))
    }

    /// `and` for `or`, and the other way round.
    fn joined(&mut self, binary: &ExprBinary) -> Option<Expr> {
        let other: BinOp = match binary.op {
            BinOp::And(_) => parse_quote!(||),
            BinOp::Or(_) => parse_quote!(&&),
            _ => return None,
        };
        let (left, right, op) = (&binary.left, &binary.right, &binary.op);
        let what = format!("{} for {}", other.to_token_stream(), op.to_token_stream());
        let changed = self.change(op.span().start().line, what)?;
        Some(parse_quote!(({
            let joined_left: bool = #left;
            if #changed { joined_left #other (#right) } else { joined_left #op (#right) }
        })))
    }

    /// A rule that is no more looked at.
    fn without_rule(&mut self, rule: &mut Macro) {
        let arguments = rule.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let Ok(mut arguments) = arguments else { return };
        let line = rule.span().start().line;
        let Some(condition) = arguments.first_mut() else {
            return;
        };
        let text = shortened(&condition.to_token_stream().to_string());
        self.visit_expr_mut(condition);
        if let Some(changed) = self.change(line, format!("without the rule {text}")) {
            *condition = parse_quote!((#changed) || (#condition));
        }
        rule.tokens = quote!(#arguments);
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

/// What a function may give instead.
fn results(output: &ReturnType) -> Vec<Expr> {
    let ReturnType::Type(_, given) = output else {
        return Vec::new();
    };
    let text: String = given.to_token_stream().to_string().split_whitespace().collect();
    if text == "bool" {
        vec![parse_quote!(true), parse_quote!(false)]
    } else if text.starts_with("Result<(),") || text == "DispatchResult" {
        vec![parse_quote!(Ok(()))]
    } else if text.starts_with("Option<") {
        vec![parse_quote!(None)]
    } else {
        Vec::new()
    }
}

fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        Expr::Paren(inner) => has_let(&inner.expr),
        _ => false,
    }
}

/// A check that the code writes as a macro: a condition, and what is wrong without it.
fn is_ensure(called: &Macro) -> bool {
    called
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident == "ensure")
}

fn for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let text = attribute.to_token_stream().to_string();
        text.contains("cfg (test)") || text.contains("test]") || text.contains("runtime-benchmarks")
    })
}

impl VisitMut for Writer {
    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        if !for_tests(&function.attrs) {
            self.in_function(&function.sig, &mut function.block, VisitMut::visit_block_mut);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        if !for_tests(&function.attrs) {
            self.in_function(&function.sig, &mut function.block, VisitMut::visit_block_mut);
        }
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if !for_tests(&module.attrs) {
            visit_mut::visit_item_mod_mut(self, module);
        }
    }

    // Nothing is chosen at run time in constants, types and patterns.
    fn visit_item_const_mut(&mut self, _: &mut syn::ItemConst) {}
    fn visit_item_static_mut(&mut self, _: &mut syn::ItemStatic) {}
    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_trait_item_const_mut(&mut self, _: &mut syn::TraitItemConst) {}
    fn visit_item_enum_mut(&mut self, _: &mut syn::ItemEnum) {}
    fn visit_expr_repeat_mut(&mut self, _: &mut syn::ExprRepeat) {}
    fn visit_type_mut(&mut self, _: &mut syn::Type) {}
    fn visit_pat_mut(&mut self, _: &mut syn::Pat) {}
    fn visit_generics_mut(&mut self, _: &mut syn::Generics) {}

    fn visit_stmt_mut(&mut self, statement: &mut Stmt) {
        let line = statement.span().start().line;
        if let Stmt::Macro(called) = statement {
            if is_ensure(&called.mac) {
                self.without_rule(&mut called.mac);
            }
            return;
        }
        let check = match statement {
            Stmt::Expr(Expr::Try(tried), Some(_)) => {
                Some(shortened(&tried.expr.to_token_stream().to_string()))
            }
            _ => None,
        };
        visit_mut::visit_stmt_mut(self, statement);
        if let Some(changed) = check.and_then(|text| self.change(line, format!("without {text}"))) {
            *statement = parse_quote!(if !#changed { #statement });
        }
    }

    fn visit_expr_if_mut(&mut self, expression: &mut ExprIf) {
        visit_mut::visit_expr_if_mut(self, expression);
        if has_let(&expression.cond) || expression.else_branch.is_some() {
            return;
        }
        let line = expression.if_token.span.start().line;
        if let Some(changed) = self.change(line, "never in this case") {
            let condition = &expression.cond;
            expression.cond = parse_quote!((!#changed) && (#condition));
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::Macro(called) = expression {
            if is_ensure(&called.mac) {
                self.without_rule(&mut called.mac);
            } else if called.mac.path.is_ident("matches") {
                let line = called.mac.span().start().line;
                if let Some(changed) = self.change(line, "matches what it did not") {
                    *expression = parse_quote!((#expression != #changed));
                }
            }
            return;
        }
        visit_mut::visit_expr_mut(self, expression);
        let written = match expression {
            Expr::Binary(binary) if !has_let(&binary.left) && !has_let(&binary.right) => {
                self.compared(binary).or_else(|| self.joined(binary))
            }
            Expr::Unary(ExprUnary {
                op: UnOp::Not(not),
                expr,
                ..
            }) => {
                let changed = self.change(not.span.start().line, "without the not");
                changed
                    .map(|changed| parse_quote!(({ let kept = #expr; if #changed { kept } else { !kept } })))
            }
            _ => None,
        };
        if let Some(written) = written {
            *expression = written;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes in a piece of code.
    fn found(code: &str) -> Vec<String> {
        let mut writer = Writer::default();
        writer.write(code).unwrap();
        writer.found.into_iter().map(|change| change.what).collect()
    }

    #[test]
    fn rules_and_checks_are_taken_away() {
        let code = "fn check() -> Result<(), E> { ensure!(a == b, E::Unlike); other()?; Ok(()) }";
        let without = [
            "!= for ==",
            "without the rule a == b",
            "without other ()",
            "gives Ok (())",
        ];
        assert_eq!(found(code), without);
    }

    #[test]
    fn comparisons_and_conditions_are_exchanged() {
        assert_eq!(
            found("fn f() { let x = a < b && !c; }"),
            ["<= for <", "> for <", "without the not", "|| for &&"]
        );
        assert_eq!(
            found("fn f() { if matches!(a, B) { c(); } }"),
            ["matches what it did not", "never in this case"]
        );
    }

    #[test]
    fn what_is_no_product_or_would_change_nothing_is_left_alone() {
        assert!(found("fn f() -> Result<(), E> { Ok(()) }").is_empty());
        assert!(found("const fn f() -> bool { A == B }").is_empty());
        assert!(found("#[cfg(test)] mod tests { fn f() -> bool { a == b } }").is_empty());
    }

    #[test]
    fn a_change_that_is_left_out_keeps_its_number() {
        let code = "fn f() { let x = a == b; let y = c != d; }";
        let mut writer = Writer::new(7, [7].into());
        let written = writer.write(code).unwrap();
        let numbers: Vec<u32> = writer.found.iter().map(|change| change.number).collect();
        assert_eq!(numbers, [7, 8]);
        assert!(!written.contains("changed(7u32)") && written.contains("changed(8u32)"));
    }
}
